/** A tokenizer of the project's own: pieces of bytes, learnt from text. */
@NullMarked
package org.dramatis.lab.tokenizer;

import org.jspecify.annotations.NullMarked;
