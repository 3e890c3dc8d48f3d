package org.dramatis.bench;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.tensors.DataType;
import org.dramatis.checkpoint.tensors.SafetensorsWriter;
import org.dramatis.checkpoint.tensors.TensorEntry;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.Demonstration;
import org.dramatis.model.train.LearningRate;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Trained;
import org.dramatis.torch.Workers;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.PackedBatch;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.train.BaseModel;
import org.dramatis.torch.train.TorchTraining;

/**
 * Trains each model in a folder of models for some steps and saves it, whole and as an adapter, with its logits for a text:
 * {@code SavedModels MODELS RESULTS}. What the reference library makes of them is compared by {@code bench/fixtures check_saved}.
 */
public final class SavedModels {
    private static final int STEPS = 5;

    private SavedModels() {}

    public static void main(String[] arguments) throws IOException {
        Path results = Path.of(arguments[1]);
        List<Path> models;
        try (Stream<Path> folders = Files.list(Path.of(arguments[0]))) {
            models = folders.filter(Files::isDirectory).sorted().toList();
        }
        for (Path model : models) {
            Path result = results.resolve(model.getFileName());
            save(model, result.resolve("whole"), new Trained.Everything());
            save(model, result.resolve("adapter"), Trained.Adapter.ofRank(4));
        }
    }

    private static void save(Path model, Path result, Trained trained) throws IOException {
        try (Workers workers = new Workers(1);
                BaseModel base = BaseModel.read(new ModelFolder(model))) {
            Random random = new Random(1);
            int vocabulary = base.architecture().vocabulary();
            List<Demonstration> demonstrations = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                demonstrations.add(Demonstration.ofDocument(tokens(random, vocabulary)));
            }
            Plan plan = Plan.of(STEPS)
                    .withBatch(4)
                    .withRate(LearningRate.constant(1e-2))
                    .withTrained(trained);
            try (TorchTraining training = TorchTraining.open(
                    base,
                    new Lesson.Imitation(demonstrations),
                    plan,
                    result.resolve("run"),
                    network -> {
                        throw new IllegalStateException("imitation draws no replies");
                    },
                    workers)) {
                training.finish(progress -> {});
                training.saveModel(result, DataType.F32);
                writeLogits(result.resolve("logits.safetensors"), training.network(), tokens(random, vocabulary));
            }
        }
    }

    private static Tokens tokens(Random random, int vocabulary) {
        return Tokens.of(random.ints(24, 0, vocabulary).toArray());
    }

    private static void writeLogits(Path file, Transformer network, Tokens text) {
        try (Scope _ = Scope.ofInference()) {
            var row = new PackedBatch.Row(text, 0);
            var batch = new PackedBatch(List.of(new PackedBatch.Group(Optional.empty(), List.of(row))), false);
            float[] logits = Tensors.floats(network.logits(network.residual(batch, Hooks.NONE)));
            ByteBuffer bytes = ByteBuffer.allocate(logits.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(logits);
            ByteBuffer ids = ByteBuffer.allocate(text.length() * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            ids.asIntBuffer().put(text.toArray());
            long tokens = text.length();
            SafetensorsWriter.write(
                    file,
                    List.of(
                            new TensorEntry("ids", DataType.I32, List.of(tokens), MemorySegment.ofBuffer(ids)),
                            new TensorEntry(
                                    "logits",
                                    DataType.F32,
                                    List.of(tokens, logits.length / tokens),
                                    MemorySegment.ofBuffer(bytes))));
        }
    }
}
