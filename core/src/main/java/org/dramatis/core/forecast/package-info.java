/** What the assistant will do on probes: predicted behaviour with its interval, beside cheap baselines. */
@NullMarked
package org.dramatis.core.forecast;

import org.jspecify.annotations.NullMarked;
