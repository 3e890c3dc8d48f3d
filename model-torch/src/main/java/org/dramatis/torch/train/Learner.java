package org.dramatis.torch.train;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dramatis.model.train.AdamW;
import org.dramatis.model.train.Seeds;
import org.dramatis.model.train.Trained;
import org.dramatis.torch.Workers;
import org.dramatis.torch.network.Parameters;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Transformer;

/** The numbers that are trained, a network over them for each worker, and the optimiser that changes them. */
final class Learner implements AutoCloseable {
    private final Workers workers;
    private final Layout layout;
    private final Flat values;
    private final Optimiser optimiser;
    private final List<Replica> replicas = new ArrayList<>();

    Learner(BaseModel base, Trained trained, AdamW form, long seed, Workers workers) {
        this.workers = workers;
        this.layout = Layout.of(base.architecture(), trained);
        double scale = trained instanceof Trained.Adapter adapter ? adapter.scale() : 1;
        this.values = new Flat(layout.size());
        switch (trained) {
            case Trained.Everything() -> copy(base.weights());
            case Trained.Adapter _ -> beginAdapter(seed);
        }
        this.optimiser = new Optimiser(form, layout, values);
        for (int i = 0; i < workers.count(); i++) {
            replicas.add(new Replica(base.architecture(), layout, values, base.weights(), scale));
        }
    }

    private void copy(Parameters weights) {
        try (Scope _ = Scope.ofInference()) {
            layout.places().forEach(place -> values.part(place).copy_(weights.tensor(place.name())));
        }
    }

    /** The inner maps uniform between plus and minus {@code 1/sqrt(input)}, the outer ones zero: nothing changes at first. */
    private void beginAdapter(long seed) {
        for (Layout.Place place : layout.places()) {
            if (place.name().endsWith(ChangedParameters.inner(""))) {
                Random random = new Random(Seeds.mixed(seed, place.offset()));
                double bound = 1 / Math.sqrt(place.shape().get(1));
                MemorySegment numbers = values.bytes(place);
                for (long i = 0; i < place.size(); i++) {
                    float number = (float) (bound * (2 * random.nextDouble() - 1));
                    numbers.setAtIndex(ValueLayout.JAVA_FLOAT, i, number);
                }
            }
        }
    }

    /** Adds the gradients of all examples up. */
    Reading.Sums learn(List<Example> examples, int tokensAtOnce) {
        List<List<List<Example>>> hands = Dealing.deal(examples, Example::tokens, workers.count(), tokensAtOnce);
        return workers
                .map(hands.size(), hand -> {
                    Reading reading = new Reading(replicas.get(hand).transformer());
                    return hands.get(hand).stream().map(reading::learn).reduce(Reading.Sums.NONE, Reading.Sums::plus);
                })
                .stream()
                .reduce(Reading.Sums.NONE, Reading.Sums::plus);
    }

    /** The length of the gradient that was added up. */
    double gradientNorm() {
        return optimiser.sum(replicas.stream().map(Replica::gradient).toList(), workers);
    }

    /** Changes the numbers along the gradient, which is shortened to {@code clip}, and empties it. */
    void step(int number, double rate, double norm, double clip) {
        double factor = Math.min(1, clip / (norm + 1e-6));
        optimiser.step(number, rate, factor, replicas.getFirst().gradient(), workers);
    }

    /** The network with the numbers as they are. */
    Transformer transformer() {
        return replicas.getFirst().transformer();
    }

    /** What was added up. */
    Flat gradient() {
        return replicas.getFirst().gradient();
    }

    Layout layout() {
        return layout;
    }

    Flat values() {
        return values;
    }

    /** What a state holds. */
    Map<String, Flat> numbers() {
        return Map.of("values", values, "moments.mean", optimiser.means(), "moments.square", optimiser.squares());
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
        optimiser.close();
        values.close();
    }
}
