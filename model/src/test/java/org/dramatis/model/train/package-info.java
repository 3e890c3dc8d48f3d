/** Tests of what is said about training. */
@NullMarked
package org.dramatis.model.train;

import org.jspecify.annotations.NullMarked;
