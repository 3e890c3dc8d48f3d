/**
 * The numbers everything else is made of: log vectors, weights on the simplex, estimates that carry their interval.
 *
 * <p>One rule for what is absent, here and in the packages above: what data can fail to show is {@link
 * org.dramatis.core.number.Measured}, with the reason; misuse, such as vectors of different casts or a level of 95, is an
 * exception that names the value.
 */
@NullMarked
package org.dramatis.core.number;

import org.jspecify.annotations.NullMarked;
