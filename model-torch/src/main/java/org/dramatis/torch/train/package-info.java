/** Training over libtorch: replicas that share weights, gradients summed in fixed order, states that a run goes on from. */
@NullMarked
package org.dramatis.torch.train;

import org.jspecify.annotations.NullMarked;
