/** Sampled replies: prompts are read once, then rows of replies grow together, a token each per step. */
@NullMarked
package org.dramatis.torch.generate;

import org.jspecify.annotations.NullMarked;
