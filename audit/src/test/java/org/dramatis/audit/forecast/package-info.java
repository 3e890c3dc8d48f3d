@NullMarked
package org.dramatis.audit.forecast;

import org.jspecify.annotations.NullMarked;
