/** Training: what is learnt from, how, and how it goes on. */
@NullMarked
package org.dramatis.model.train;

import org.jspecify.annotations.NullMarked;
