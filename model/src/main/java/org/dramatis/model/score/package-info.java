/** How likely text is: log-probabilities of continuations. */
@NullMarked
package org.dramatis.model.score;

import org.jspecify.annotations.NullMarked;
