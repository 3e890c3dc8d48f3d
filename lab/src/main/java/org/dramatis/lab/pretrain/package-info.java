/** A model from nothing: the world's documents, learnt. */
@NullMarked
package org.dramatis.lab.pretrain;

import org.jspecify.annotations.NullMarked;
