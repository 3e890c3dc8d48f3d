/** Making a model play each persona of a cast, and asking it how likely it finds what was said. */
@NullMarked
package org.dramatis.audit.framing;

import org.jspecify.annotations.NullMarked;
