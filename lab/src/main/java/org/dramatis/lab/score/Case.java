package org.dramatis.lab.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dramatis.lab.experiment.Group;
import org.dramatis.lab.experiment.Outcome;
import org.dramatis.lab.experiment.Trial;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.dramatis.stage.world.Recipe;

/**
 * Something that a forecast is about: by how much the answers of a persona become likelier on some probes.
 *
 * @param probes by their places
 * @param persona by its place in the world
 * @param look at which it is asked, from 1
 */
record Case(Trial trial, Group group, List<Integer> probes, int persona, int look) {
    Case {
        probes = List.copyOf(probes);
    }

    /** All of an outcome: trial by trial, group by group, look by look, persona by persona. */
    static List<Case> of(Outcome outcome) {
        List<Case> cases = new ArrayList<>();
        int personas = outcome.start().world().personas().size();
        for (Trial trial : outcome.trials()) {
            for (Group group : Group.values()) {
                List<Integer> probes = group.places(outcome.start(), domains(trial.recipe()));
                for (int look = 1; !probes.isEmpty() && look < trial.observed().size(); look++) {
                    for (int persona = 0; persona < personas; persona++) {
                        cases.add(new Case(trial, group, probes, persona, look));
                    }
                }
            }
        }
        return cases;
    }

    /** The domains that data ask about; none where they ask about all. */
    static Set<String> domains(Recipe recipe) {
        return recipe.parts().stream().flatMap(part -> part.domains().stream()).collect(Collectors.toUnmodifiableSet());
    }

    String family() {
        return trial.family().name();
    }

    boolean isLast() {
        return look == trial.observed().size() - 1;
    }

    double observed() {
        return shift(trial.observed());
    }

    /** By how much the answers are likelier at this look than at the first, a mean over the probes. */
    double shift(List<Look> looks) {
        return differences(looks).stream().mapToDouble(each -> each).average().orElseThrow();
    }

    /** Probe by probe. */
    List<Double> differences(List<Look> looks) {
        return probes.stream()
                .map(probe -> looks.get(look).answers().get(probe).at(persona)
                        - looks.getFirst().answers().get(probe).at(persona))
                .toList();
    }
}
