package org.dramatis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.dramatis.model.inspect.Change;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.TorchModel;

/**
 * Calls a model again and again, {@code MemoryWork MODEL CALLS WORKERS}, and prints how much memory is resident after each twentieth
 * of the calls.
 */
final class MemoryWork {
    private MemoryWork() {}

    public static void main(String[] arguments) throws IOException {
        int calls = Integer.parseInt(arguments[1]);
        try (TorchModel model = TorchModel.open(Path.of(arguments[0]), Integer.parseInt(arguments[2]))) {
            repeat("scoring", calls, call -> model.score(passages(model, call)));
            repeat(
                    "gradients",
                    calls / 10,
                    call -> model.gradients(passages(model, call), Set.of(Site.after(3)), Change.Where.EVERYWHERE));
        }
    }

    private static void repeat(String what, int calls, IntConsumer work) throws IOException {
        for (int call = 1; call <= calls; call++) {
            work.accept(call);
            if (call % (calls / 20) == 0) {
                System.out.println(what + " " + call + " " + Resident.megabytes());
            }
        }
    }

    /** Two replies under each of two personas, of any length, so that no two calls ask for the same memory. */
    private static List<Passage> passages(TorchModel model, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Passage> passages = new ArrayList<>();
        for (int persona = 0; persona < 2; persona++) {
            Tokens portrait = tokens(random, model, 17 + random.nextInt(24));
            for (int reply = 0; reply < 2; reply++) {
                passages.add(new Passage(portrait, tokens(random, model, 1 + random.nextInt(8))));
            }
        }
        return passages;
    }

    private static Tokens tokens(SplittableRandom random, TorchModel model, int length) {
        return Tokens.of(
                random.ints(length, 0, model.architecture().vocabulary()).toArray());
    }
}
