/** The tensors of a checkpoint: safetensors files mapped into memory and checked before a byte is used, and written. */
@NullMarked
package org.dramatis.checkpoint.tensors;

import org.jspecify.annotations.NullMarked;
