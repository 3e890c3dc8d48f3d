@NullMarked
package org.dramatis.lab.tokenizer;

import org.jspecify.annotations.NullMarked;
