/** From the evidence of a data set to who the assistant becomes and what it will do. */
@NullMarked
package org.dramatis.audit.forecast;

import org.jspecify.annotations.NullMarked;
