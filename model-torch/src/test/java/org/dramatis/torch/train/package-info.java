/** Tests of training. */
@NullMarked
package org.dramatis.torch.train;

import org.jspecify.annotations.NullMarked;
