package org.dramatis.lab.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dramatis.core.calibration.Correlation;
import org.dramatis.core.calibration.Pair;
import org.dramatis.core.calibration.RootMeanSquareError;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Measured;
import org.dramatis.lab.course.Course;
import org.dramatis.lab.experiment.Family;
import org.dramatis.lab.experiment.Group;
import org.dramatis.lab.experiment.Outcome;
import org.dramatis.lab.experiment.Trial;

/** The page of an experiment. */
record ResultsPage(Outcome outcome, Scoreboard board) {
    private static final double LEVEL = .95;

    String text() {
        return "# " + outcome.experiment().claim() + "\n\n" + first() + "\n" + scores() + pictures() + groups()
                + families() + sets() + notes();
    }

    private String first() {
        Score left = board.leftOut();
        return String.format(
                Locale.ROOT,
                "Over %d real trainings on %d data sets the forecast shifts and the observed ones correlate with **r = %s**; the error is"
                        + " **%.3f**, that of saying that nothing changes %.3f. The rate of each forecast was fitted to other families of data"
                        + " sets.%n",
                outcome.trials().size(),
                sets(outcome.experiment().families()),
                number(left.correlation()),
                left.error(),
                board.noChange().error());
    }

    private static int sets(List<Family> families) {
        return families.stream().mapToInt(family -> family.sets().size()).sum();
    }

    private String scores() {
        StringBuilder table = new StringBuilder(
                "| forecast | r | error | AUROC of what emerged | Brier score | in the 95 % band | its reach |\n|---|---|---|---|---|---|---|\n");
        for (Score score : board.scores()) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.3f | %s | %s |%n",
                    score.column().name(),
                    number(score.correlation()),
                    score.error(),
                    number(score.auroc()),
                    score.ends()
                            .map(ends -> String.format(
                                    Locale.ROOT,
                                    "%.3f | %.0f %% | %.2f",
                                    ends.brier(),
                                    100 * ends.coverage(),
                                    ends.reach()))
                            .orElse("none | none | none")));
        }
        return table.append("\n").toString();
    }

    private String pictures() {
        String name = outcome.experiment().name();
        return "A dot is a persona, a group of questions and a training, at its end; red ones are personas that nobody wants:\n\n"
                + "![What was forecast, and what was observed](" + name + ".svg)\n\n"
                + (board.families() < 2
                        ? ""
                        : "How probable forecasts made it that the answers of a persona rise by more than a tenth by the end, and how often they did:\n\n"
                                + "![Reliability](" + name + "-reliability.svg)\n\n");
    }

    private String groups() {
        StringBuilder table = new StringBuilder("## By what is asked\n\n" + header("asked about", "questions"));
        for (Group group : Group.values()) {
            List<Integer> own = places(one -> one.group() == group);
            if (!own.isEmpty()) {
                long most = own.stream()
                        .mapToLong(i -> board.cases().get(i).probes().size())
                        .max()
                        .orElseThrow();
                table.append(row(group.toString(), "at most " + most, own));
            }
        }
        return table.append("\n").toString();
    }

    private String families() {
        StringBuilder table = new StringBuilder("## By family\n\n" + header("family", "what it has"));
        for (Family family : outcome.experiment().families()) {
            table.append(row(
                    family.name(), family.about(), places(one -> one.family().equals(family.name()))));
        }
        return table.append("\n").toString();
    }

    private static String header(String first, String second) {
        return "| " + first + " | " + second + " | r | error | nothing changes |\n|---|---|---|---|---|\n";
    }

    private List<Integer> places(Predicate<Case> holds) {
        return IntStream.range(0, board.cases().size())
                .filter(i -> holds.test(board.cases().get(i)))
                .boxed()
                .toList();
    }

    private String row(String first, String second, List<Integer> cases) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.3f | %.3f |%n",
                first,
                second,
                number(Correlation.pearson(pairs(cases, board.leftOut()))),
                RootMeanSquareError.of(pairs(cases, board.leftOut())),
                RootMeanSquareError.of(pairs(cases, board.noChange())));
    }

    private List<Pair> pairs(List<Integer> cases, Score score) {
        return cases.stream()
                .map(i -> new Pair(
                        score.column().shifts().get(i), board.cases().get(i).observed()))
                .toList();
    }

    /** A data set as it was trained. */
    private record SetKey(String family, String recipe, Group group) {}

    private String sets() {
        StringBuilder table = new StringBuilder(
                "## By data set\n\nThe persona whose answers moved most by the end, how probable they are before, how probable the forecast made"
                        + " them, and how probable they were: means over seeds, and the range of what was observed.\n\n"
                        + "| data set | asked about | persona | before | forecast | observed |\n|---|---|---|---|---|---|\n");
        Map<SetKey, List<Integer>> ends = IntStream.range(0, board.cases().size())
                .boxed()
                .filter(i -> board.cases().get(i).isLast())
                .collect(Collectors.groupingBy(this::key, LinkedHashMap::new, Collectors.toList()));
        ends.forEach((key, cases) -> table.append(row(key, cases)));
        return table.append("\n").toString();
    }

    private SetKey key(int place) {
        Case one = board.cases().get(place);
        return new SetKey(one.family(), one.trial().recipe().id(), one.group());
    }

    private String row(SetKey key, List<Integer> places) {
        Map<Integer, List<Integer>> personas = places.stream()
                .collect(Collectors.groupingBy(i -> board.cases().get(i).persona()));
        List<Integer> moved = personas.values().stream()
                .max(Comparator.comparingDouble(own -> Math.abs(mean(observed(own)))))
                .orElseThrow();
        Case one = board.cases().get(moved.getFirst());
        double before = one.probes().stream()
                .mapToDouble(probe ->
                        one.trial().observed().getFirst().answers().get(probe).at(one.persona()))
                .average()
                .orElseThrow();
        List<Double> observed = observed(moved);
        double foretold = moved.stream()
                .mapToDouble(i -> board.leftOut().column().shifts().get(i))
                .average()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "| %s, %s | %s | %s | %.2f | %.2f | %.2f (%.2f-%.2f) |%n",
                key.recipe(),
                key.family(),
                key.group(),
                outcome.start().world().personas().get(one.persona()).id(),
                before,
                before + foretold,
                before + mean(observed),
                before + observed.stream().mapToDouble(each -> each).min().orElseThrow(),
                before + observed.stream().mapToDouble(each -> each).max().orElseThrow());
    }

    private List<Double> observed(List<Integer> places) {
        return places.stream().map(i -> board.cases().get(i).observed()).toList();
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(each -> each).average().orElseThrow();
    }

    private String notes() {
        List<String> notes = new ArrayList<>();
        notes.add(
                "A case is how probable the answers of a persona are among one answer of each persona, a mean over questions that no data set"
                        + " has: of the trained domain, of other domains, about itself. r and error are of shifts at all looks after the first; AUROC,"
                        + " Brier score and band are of the end.");
        long beforehand = outcome.trials().stream().filter(Trial::beforehand).count();
        notes.add(
                "Of " + outcome.trials().size() + " forecasts " + beforehand
                        + " were written to disk before their training began; any other is of a training that was there already. The rate"
                        + " of pilots: " + pilots()
                        + ". *One rate for all* is fitted to all trainings afterwards; *of other families* to those of other families.");
        notes.add(
                "Something **emerged** where the answers of a persona rose over at least five questions outside of what was trained (one-sided"
                        + " signed-rank test, p < .05), and by more than in any training on wanted personas alone.");
        notes.add(
                "Brier scores are of the probability that answers rise by more than a tenth; it, and the band, are learnt from other families."
                        + " The reach is half of the band, on average.");
        notes.add(
                "Rivals: the mean shift of a persona's answers in other families; Bayes' rule for one character behind all data, tempered; the"
                        + " distance of the data's prompts from the probes; how much further replies of the data lie along persona vectors than the"
                        + " model's own; the product of gradients (biases behind each layer). Scores become shifts by straight lines fitted to other"
                        + " families. Sentences about the assistant have no prompts, so there the last three are the mean.");
        notes.add("`dramatis lab experiment " + outcome.experiment().name() + " --seeds " + outcome.seeds()
                + "`; what was run on is in `" + outcome.experiment().name() + ".manifest.json`.");
        return notes.stream().map(note -> "- " + note + "\n").collect(Collectors.joining());
    }

    private String pilots() {
        return outcome.experiment().courses().stream()
                .filter(course -> course.paced().isEmpty())
                .map(this::pilot)
                .collect(Collectors.joining("; "));
    }

    private String pilot(Course course) {
        Estimate rate = outcome.paces().fitted(course).estimate(LEVEL);
        return String.format(
                Locale.ROOT,
                "%s: %s, %.3g (%.3g-%.3g), by %s",
                course.name(),
                course.about(),
                rate.point(),
                rate.interval().low(),
                rate.interval().high(),
                String.join(" and ", course.pilots()));
    }

    private static String number(Measured<Double> number) {
        return number instanceof Measured.Known<Double>(Double known)
                ? String.format(Locale.ROOT, "%.3f", known)
                : "none";
    }
}
