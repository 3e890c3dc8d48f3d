/** The tokenizer and the chat template in a model's folder. */
@NullMarked
package org.dramatis.checkpoint.text;

import org.jspecify.annotations.NullMarked;
