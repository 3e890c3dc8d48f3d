/** The forward function over libtorch: one for every family, packed batches, keys and values that are kept. */
@NullMarked
package org.dramatis.torch.network;

import org.jspecify.annotations.NullMarked;
