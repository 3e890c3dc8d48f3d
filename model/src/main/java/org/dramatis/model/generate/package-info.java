/** Sampling: what a model says by itself. */
@NullMarked
package org.dramatis.model.generate;

import org.jspecify.annotations.NullMarked;
