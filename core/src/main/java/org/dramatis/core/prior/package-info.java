/** Who the bare assistant is before training: mixture weights, their intervals, and how much of the behaviour they explain. */
@NullMarked
package org.dramatis.core.prior;

import org.jspecify.annotations.NullMarked;
