/** A model's folder in the Hugging Face layout, opened with care: its parts come from strangers. */
@NullMarked
package org.dramatis.checkpoint;

import org.jspecify.annotations.NullMarked;
