package org.dramatis.bench;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.AdamW;
import org.dramatis.model.train.Demonstration;
import org.dramatis.model.train.LearningRate;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Order;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Progress;
import org.dramatis.model.train.Saving;
import org.dramatis.torch.Workers;
import org.dramatis.torch.train.BaseModel;
import org.dramatis.torch.train.TorchTraining;

/**
 * Trains a model on documents and prints a loss and the seconds of every step, and how much memory is resident:
 * {@code TrainingWork MODEL DOCUMENTS LENGTH STEPS BATCH WORKERS}. The documents are 32-bit token ids, one after the other.
 */
public final class TrainingWork {
    private TrainingWork() {}

    public static void main(String[] arguments) throws IOException {
        Path model = Path.of(arguments[0]);
        int steps = Integer.parseInt(arguments[3]);
        int batch = Integer.parseInt(arguments[4]);
        Plan plan = Plan.of(steps)
                .withBatch(batch)
                .withRate(LearningRate.constant(1e-3))
                .withOptimiser(AdamW.USUAL)
                .withSaving(new Saving(OptionalInt.empty(), Optional.empty()));
        Path run = Files.createTempDirectory("training");
        try (Workers workers = new Workers(Integer.parseInt(arguments[5]));
                BaseModel base = BaseModel.read(new ModelFolder(model));
                TorchTraining training = TorchTraining.open(
                        base,
                        new Lesson.Imitation(
                                documents(Path.of(arguments[1]), Integer.parseInt(arguments[2]), steps * batch)),
                        plan,
                        run,
                        network -> {
                            throw new IllegalStateException("imitation draws no replies");
                        },
                        workers)) {
            while (training.step() < steps) {
                long start = System.nanoTime();
                Progress progress = training.advance();
                double seconds = (System.nanoTime() - start) * 1e-9;
                System.out.println("step " + progress.loss() + " " + seconds + " " + Resident.megabytes());
            }
        } finally {
            delete(run);
        }
    }

    /** In such an order that the plan's own brings them back to that of the file: the peer learns them in that one. */
    private static List<Demonstration> documents(Path file, int length, int needed) throws IOException {
        MemorySegment ids = MemorySegment.ofArray(Files.readAllBytes(file));
        int count = (int) (ids.byteSize() / Integer.BYTES / length);
        List<Demonstration> documents = new ArrayList<>();
        for (int i = 0; i < Math.min(count, needed); i++) {
            int[] own = new int[length];
            for (int t = 0; t < length; t++) {
                own[t] = ids.get(ValueLayout.JAVA_INT_UNALIGNED, ((long) i * length + t) * Integer.BYTES);
            }
            documents.add(Demonstration.ofDocument(Tokens.of(own)));
        }
        List<Integer> order = new Order(documents.size(), 0).batch(0, documents.size());
        List<Demonstration> arranged = new ArrayList<>(documents);
        for (int i = 0; i < documents.size(); i++) {
            arranged.set(order.get(i), documents.get(i));
        }
        return arranged;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
