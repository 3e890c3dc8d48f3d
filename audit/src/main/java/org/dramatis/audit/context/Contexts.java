package org.dramatis.audit.context;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.selection.ContextFeatures;
import org.dramatis.core.selection.ContextMap;

/**
 * Where prompts stand among each other, by the model's activations before it answers. Where these cannot be read all prompts are
 * alike, and training moves who speaks everywhere as much.
 */
public final class Contexts {
    /** Half of training reaches every prompt, half those that are alike: what fared best over real trainings. */
    private static final double EVERYWHERE = 1;

    private static final double NEARBY = 1;

    /** Prompts differ in few ways that matter here: with two directions forecasts fared as well as with all. */
    private static final int DIRECTIONS = 8;

    private static final double[] ALIKE = {1};

    /** Data ask the same again and again: so many of the latest prompts are read once. */
    private static final int REMEMBERED = 4096;

    /** A way to tell prompts apart. */
    private record Reader(Activations activations, ContextMap map) {}

    private final Optional<Reader> reader;
    private final ContextFeatures asked;
    private final Map<List<Turn>, double[]> latest = new LinkedHashMap<>(REMEMBERED, .75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Turn>, double[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    private Contexts(Optional<Reader> reader, List<List<Turn>> asked) {
        this.reader = reader;
        this.asked = all(asked);
    }

    /** @param questions to the bare assistant: their activations say in which ways prompts differ */
    public static Contexts of(ChatModel model, List<String> questions) {
        List<List<Turn>> asked = questions.stream().map(Contexts::asked).toList();
        return new Contexts(model.inside().map(inside -> reader(new Activations(model, inside), asked)), asked);
    }

    private static Reader reader(Activations activations, List<List<Turn>> asked) {
        return new Reader(
                activations,
                ContextMap.fit(
                        activations.read(asked.stream().map(activations::prompt).toList()),
                        EVERYWHERE,
                        NEARBY,
                        DIRECTIONS));
    }

    private static List<Turn> asked(String question) {
        return List.of(new Turn(Turn.Role.USER, question));
    }

    /** Whether prompts can be told apart. */
    public boolean areTold() {
        return reader.isPresent();
    }

    /** The features of a context; one without turns belongs to a text that answers nothing. */
    public double[] of(List<Turn> context) {
        return latest.computeIfAbsent(context, this::read);
    }

    private double[] read(List<Turn> context) {
        return reader.map(known -> context.isEmpty()
                        ? known.map().ofNoPrompt()
                        : known.map()
                                .features(known.activations()
                                        .read(known.activations().prompt(context))))
                .orElse(ALIKE);
    }

    /** The features of several contexts, in order. */
    public ContextFeatures all(List<List<Turn>> contexts) {
        return contexts.isEmpty()
                ? ContextFeatures.alike(0)
                : ContextFeatures.of(contexts.stream().map(this::of).toList());
    }

    /** The features of several questions, each by itself. */
    public ContextFeatures questions(List<String> questions) {
        return all(questions.stream().map(Contexts::asked).toList());
    }

    /** Those of the questions to the bare assistant: who it is, is who it is there on average. */
    public ContextFeatures asked() {
        return asked;
    }
}
