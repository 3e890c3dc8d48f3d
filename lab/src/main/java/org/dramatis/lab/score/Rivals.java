package org.dramatis.lab.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dramatis.core.cast.Turn;
import org.dramatis.lab.experiment.Trial;
import org.dramatis.lab.forecast.StartingPoint;
import org.dramatis.lab.score.Impressions.Said;
import org.dramatis.model.inspect.Direction;
import org.dramatis.store.data.Row;
import org.dramatis.store.data.Turns;

/**
 * The scores of cheap rivals, which need the model's activations and gradients and nothing else. Texts that nobody says in a
 * conversation have none.
 */
final class Rivals {
    /** Of a data set so many replies are read. */
    private static final int READ = 32;

    private final Impressions impressions;
    private final List<List<Impression>> answers; // probe by probe, persona by persona
    private final Map<String, Optional<Seen>> seen = new HashMap<>(); // by recipe: its other seeds are much the same
    private final Map<Asked, Direction> personas = new HashMap<>();

    private record Asked(List<Integer> probes, int persona) {}

    /**
     * @param data the mean impression of its replies
     * @param own that of what the model itself says in their place
     */
    private record Seen(Impression data, Impression own) {}

    Rivals(Impressions impressions, StartingPoint start) {
        this.impressions = impressions;
        this.answers = start.questions().stream()
                .map(probe -> impressions.of(probe.answers().stream()
                        .map(answer -> new Said(List.of(new Turn(Turn.Role.USER, probe.question())), answer))
                        .toList()))
                .toList();
    }

    /** {@code 1 - cos}: how far the prompts of the data are from the probes. */
    Optional<Double> distance(Case one) {
        return seen(one.trial()).map(data -> {
            Direction probes = Impression.meanOf(one.probes().stream()
                    .map(probe -> answers.get(probe).getFirst().prompt())
                    .toList());
            Direction prompts = data.data().prompt();
            return 1 - prompts.dot(probes) / (prompts.length() * probes.length());
        });
    }

    /** How much further the replies of the data lie along the direction to a persona's answers than the model's own do. */
    Optional<Double> projection(Case one) {
        return seen(one.trial()).map(data -> {
            Direction persona = personas.computeIfAbsent(new Asked(one.probes(), one.persona()), this::direction);
            return Impression.difference(data.data().reply(), data.own().reply())
                            .dot(persona)
                    / persona.length();
        });
    }

    /** From the answers of the others to those of a persona. */
    private Direction direction(Asked asked) {
        return Impression.difference(Impression.meanOf(replies(asked, true)), Impression.meanOf(replies(asked, false)));
    }

    private List<Direction> replies(Asked asked, boolean own) {
        List<Direction> replies = new ArrayList<>();
        for (int probe : asked.probes()) {
            for (int persona = 0; persona < answers.get(probe).size(); persona++) {
                if (own == (persona == asked.persona())) {
                    replies.add(answers.get(probe).get(persona).reply());
                }
            }
        }
        return replies;
    }

    /** By how much the first plain step of training on the data raises a persona's answers above the mean of all. */
    Optional<Double> influence(Case one) {
        return seen(one.trial())
                .map(data -> one.probes().stream()
                        .mapToDouble(probe -> {
                            List<Impression> all = answers.get(probe);
                            double mean = all.stream()
                                    .mapToDouble(data.data()::influenceOn)
                                    .average()
                                    .orElseThrow();
                            return data.data().influenceOn(all.get(one.persona())) - mean;
                        })
                        .average()
                        .orElseThrow());
    }

    private Optional<Seen> seen(Trial trial) {
        return seen.computeIfAbsent(trial.recipe().id(), _ -> read(trial.rows(), trial.seed()));
    }

    private Optional<Seen> read(List<Row> rows, long seed) {
        List<Said> said =
                rows.stream().limit(READ).flatMap(row -> said(row).stream()).toList();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        List<Said> own = impressions.own(said, seed);
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new Seen(Impression.mean(impressions.of(said)), Impression.mean(impressions.of(own))));
    }

    private static List<Said> said(Row row) {
        return switch (row) {
            case Row.Chat chat ->
                chat.episodes(Turns.LAST).stream()
                        .map(episode -> new Said(episode.context(), episode.reply()))
                        .toList();
            case Row.Preference pair -> List.of(new Said(pair.context(), pair.chosen()));
            case Row.Document _ -> List.of();
        };
    }
}
