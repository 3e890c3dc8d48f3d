/** Scoring many passages at once: what they share is read once, the rest packed by length. */
@NullMarked
package org.dramatis.torch.score;

import org.jspecify.annotations.NullMarked;
