package org.dramatis.audit.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dramatis.core.forecast.Probe;
import org.dramatis.store.written.Item;

/** One probe in a file: with listed answers, or with something that judges what is said. */
record ProbeEntry(Item entry) {
    private static final List<String> ALWAYS = List.of("id", "about", "question");
    private static final List<String> WAYS = List.of("answers", "contains", "length", "persona");

    /** Adds the probe to those of its kind; one that is wrong is told of in the file, and left out. */
    void read(List<BehaviourProbe> listed, List<SampledProbe> sampled) {
        List<String> ways = WAYS.stream().filter(entry.names()::contains).toList();
        if (ways.size() > 1) {
            entry.misprint("a probe is answered or judged in one way, one of " + WAYS + ": here are " + ways);
        } else if (ways.isEmpty()) {
            unjudged();
        } else if (ways.contains("answers")) {
            listed().ifPresent(listed::add);
        } else {
            sampled(ways.getFirst()).ifPresent(sampled::add);
        }
    }

    /** A misspelt way is told of as an unknown field. */
    private void unjudged() {
        List<String> known = new ArrayList<>(ALWAYS);
        known.add("behaviour");
        known.addAll(WAYS);
        entry.fields(known.toArray(String[]::new));
        ALWAYS.forEach(entry::text);
        if (known.containsAll(entry.names())) {
            entry.misprint("there is nothing to answer or to judge by: write one of " + WAYS);
        }
    }

    private Optional<BehaviourProbe> listed() {
        entry.fields("id", "about", "question", "answers");
        String id = entry.text("id");
        String about = entry.text("about");
        String question = entry.text("question");
        List<String> answers = new ArrayList<>();
        List<String> behaviours = new ArrayList<>();
        for (Item answer : entry.items("answers")) {
            answer.fields("behaviour", "answer");
            behaviours.add(answer.text("behaviour"));
            answers.add(answer.text("answer"));
        }
        return entry.made(() -> new BehaviourProbe(about, new Probe(id, question, answers), behaviours));
    }

    private Optional<SampledProbe> sampled(String way) {
        entry.fields(withWay(way));
        String id = entry.text("id");
        String about = entry.text("about");
        String question = entry.text("question");
        String behaviour = entry.text("behaviour");
        return ScorerEntry.read(entry, way)
                .flatMap(scorer -> entry.made(() -> new SampledProbe(about, id, question, behaviour, scorer)));
    }

    private static String[] withWay(String way) {
        List<String> fields = new ArrayList<>(ALWAYS);
        fields.add("behaviour");
        fields.add(way);
        return fields.toArray(String[]::new);
    }
}
