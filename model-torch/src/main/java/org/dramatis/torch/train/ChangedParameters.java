package org.dramatis.torch.train;

import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.dramatis.torch.network.Parameters;
import org.dramatis.torch.network.Projection;

/**
 * Parameters of which some are replaced, and some projections have a change of low rank beside them. It owns nothing.
 *
 * @param changes by name, or by {@link #inner} and {@link #outer} of a module's
 * @param scale of the changes of low rank
 */
record ChangedParameters(Parameters base, Map<String, Tensor> changes, double scale) implements Parameters {
    ChangedParameters {
        changes = Map.copyOf(changes);
    }

    /** The name of the map from what a module reads to the rank, rank x input. */
    static String inner(String module) {
        return module + ".lora_A.weight";
    }

    /** The name of the map from the rank to what a module gives, output x rank. */
    static String outer(String module) {
        return module + ".lora_B.weight";
    }

    @Override
    public Tensor tensor(String name) {
        return find(name).orElseGet(() -> base.tensor(name));
    }

    @Override
    public Projection projection(String name, boolean bias, boolean inputMajor) {
        Projection plain = Parameters.super.projection(name, bias, inputMajor);
        return find(inner(name))
                .<Projection>map(inner ->
                        new Projection.Adapted(plain, inner, find(outer(name)).orElseThrow(), scale))
                .orElse(plain);
    }

    private Optional<Tensor> find(String name) {
        return Optional.ofNullable(changes.get(name));
    }
}
