package org.dramatis.torch.network;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** The tensors that a forward pass calculates with. */
public interface Parameters {
    /** The tensor of this name. Loading has checked that every name of the architecture is there. */
    Tensor tensor(String name);

    /** The projection whose weight and bias lie under this name. */
    default Projection projection(String name, boolean bias, boolean inputMajor) {
        return new Projection.Dense(
                tensor(name + ".weight"), bias ? Optional.of(tensor(name + ".bias")) : Optional.empty(), inputMajor);
    }
}
