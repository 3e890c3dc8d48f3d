package org.dramatis.torch.train;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.ExpectedTensor;
import org.dramatis.checkpoint.architecture.Projection;
import org.dramatis.checkpoint.tensors.TensorFiles;
import org.dramatis.torch.network.Parameters;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.WeightReader;
import org.dramatis.torch.network.Weights;

/**
 * An adapter in the layout of PEFT: plain LoRA of one rank. It owns its tensors, not those of the model.
 *
 * <pre>{@code
 * try (LoadedAdapter adapter = LoadedAdapter.read(new ModelFolder(path), base.architecture());
 *         Transformer tuned = new Transformer(base.architecture(), adapter.beside(base.weights()))) { ... }
 * }</pre>
 */
public final class LoadedAdapter implements AutoCloseable {
    private final Architecture architecture;
    private final double scale;
    private final Map<String, Tensor> tensors = new HashMap<>();

    private LoadedAdapter(Architecture architecture, double scale) {
        this.architecture = architecture;
        this.scale = scale;
    }

    /** The files of an adapter, which say all of it. */
    public static List<Path> files(Path folder) {
        return List.of(folder.resolve(SavedAdapter.CONFIG), folder.resolve(SavedAdapter.TENSORS));
    }

    /**
     * The adapter in a folder, for a model of this architecture.
     *
     * @throws CheckpointException when it is another kind of adapter, or does not fit the model
     */
    public static LoadedAdapter read(ModelFolder folder, Architecture architecture) {
        AdapterConfig config = AdapterConfig.read(folder.require(SavedAdapter.CONFIG));
        LoadedAdapter adapter = new LoadedAdapter(architecture, config.scale());
        try (TensorFiles files = TensorFiles.openFile(folder.require(SavedAdapter.TENSORS))) {
            adapter.fill(files, config.rank());
            return adapter;
        } catch (RuntimeException problem) {
            adapter.close();
            throw problem;
        }
    }

    private void fill(TensorFiles files, long rank) {
        Map<String, String> names = new HashMap<>();
        files.names().forEach(name -> names.put(AdapterNames.inLayers(name), name));
        for (Projection projection : Projection.of(architecture)) {
            String inner = ChangedParameters.inner(projection.module());
            String outer = ChangedParameters.outer(projection.module());
            String innerFile = names.remove(AdapterNames.inLayers(inner));
            String outerFile = names.remove(AdapterNames.inLayers(outer));
            if (innerFile != null && outerFile != null) {
                tensors.put(inner, WeightReader.read(files, new ExpectedTensor(innerFile, List.of(rank, (long)
                        projection.input()))));
                tensors.put(
                        outer,
                        WeightReader.read(
                                files, new ExpectedTensor(outerFile, List.of((long) projection.output(), rank))));
            } else if (innerFile != null || outerFile != null) {
                throw new CheckpointException("the adapter has only one of the two tensors '" + inner + "' and '"
                        + outer + "': both must be there");
            }
        }
        if (!names.isEmpty()) {
            throw new CheckpointException("the adapter has the tensor '"
                    + names.values().iterator().next()
                    + "', which belongs to no linear map in the layers of this model: is it for another?");
        }
    }

    /** The parameters of the model with this adapter beside them. */
    public Parameters beside(Parameters base) {
        return new ChangedParameters(base, tensors, scale);
    }

    /** Weights of their own, in which this adapter is added to those of the model: {@code W + scale B A}. */
    public Weights merged(Parameters base) {
        Map<String, Tensor> merged = new HashMap<>();
        for (ExpectedTensor expected : ExpectedTensor.of(architecture)) {
            try (Scope scope = Scope.ofInference()) {
                merged.put(expected.name(), scope.keep(merged(expected.name(), base)));
            }
        }
        return new Weights(merged);
    }

    private Tensor merged(String name, Parameters base) {
        Tensor copy = base.tensor(name).clone();
        String module = name.replaceAll("\\.weight$", "");
        Tensor inner = tensors.get(ChangedParameters.inner(module));
        Tensor outer = tensors.get(ChangedParameters.outer(module));
        if (inner == null || outer == null) {
            return copy;
        }
        Tensor change = outer.matmul(inner);
        return copy.add_(architecture.inputMajor() ? change.t() : change, new Scalar(scale));
    }

    @Override
    public void close() {
        tensors.values().forEach(Tensor::close);
    }
}
