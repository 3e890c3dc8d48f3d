/** The numbers everything else is made of: log vectors, weights on the simplex, estimates that carry their interval. */
@NullMarked
package org.dramatis.core.number;

import org.jspecify.annotations.NullMarked;
