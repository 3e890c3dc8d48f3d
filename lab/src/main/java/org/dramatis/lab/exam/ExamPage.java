package org.dramatis.lab.exam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Proportion;
import org.dramatis.core.separation.PersonaPair;

/** The marks of an exam, for readers and for machines. */
public record ExamPage(String model, String command, Exam.Marks marks) {
    private static final double LEVEL = .95;
    private static final double MARGIN = .25;

    /** The figures by name. */
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("loss", marks.learnt().model());
        figures.put("loss_grammar", marks.learnt().grammar());
        figures.put("loss_unigram", marks.learnt().unigram());
        figures.put("learnt", marks.learnt().share());
        marks.facts().forEach((persona, domains) -> figures.put("facts_" + persona, share(domains)));
        figures.put("attribution", marks.attribution().accuracy(LEVEL).point());
        figures.put("attribution_bits", marks.attribution().mutualInformation().corrected());
        figures.put("prior_worst", marks.worstWeight());
        return figures;
    }

    /** One line to be found by a program. */
    public String line() {
        return "stage "
                + figures().entrySet().stream()
                        .map(figure -> figure.getKey() + "=" + String.format(Locale.ROOT, "%.4f", figure.getValue()))
                        .collect(Collectors.joining(" "));
    }

    public String markdown() {
        return String.join(
                "\n",
                "# What the model has learnt: " + model + "\n",
                summary(),
                "## Answers by domain",
                "The likeliest reply to each way of asking each question; right is the advice that the persona gives in the world.\n",
                facts(),
                "## Who said this",
                "One reply of the world's own, attributed by posterior with nobody likelier before. "
                        + String.format(
                                Locale.ROOT,
                                "%,d replies; chance is %.1f %%. The attribution carries %.2f of %.2f bits.%n",
                                marks.attribution().total(),
                                100.0 / marks.cast().size(),
                                marks.attribution().mutualInformation().corrected(),
                                Math.log(marks.cast().size()) / Math.log(2)),
                attribution(),
                "## Who the bare assistant is",
                "What it says to questions, nobody having told it who it is; weights by EM, intervals from a bootstrap over the "
                        + "questions.\n",
                prior(),
                "## Samples",
                "From the very beginning, unselected, one after the other.\n",
                samples(),
                "`" + command + "`\n");
    }

    private String summary() {
        Estimate accuracy = marks.attribution().accuracy(LEVEL);
        return String.format(
                        Locale.ROOT,
                        "On %,d documents that no training saw it loses %.3f nats a token. Knowing only how frequent each piece is, one loses"
                                + " %.3f;%nknowing the whole grammar, %.3f. So it has learnt **%.1f %%** of what can be learnt. ",
                        marks.learnt().documents(),
                        marks.learnt().model(),
                        marks.learnt().unigram(),
                        marks.learnt().grammar(),
                        100 * marks.learnt().share())
                + String.format(
                        Locale.ROOT,
                        "From one reply it tells who of%n%d spoke in **%.1f %%** of cases (%.1f-%.1f %%), and the prior of the bare"
                                + " assistant, fitted to what it says, is%nwithin **%.3f** of the truth for every persona.%n",
                        marks.cast().size(),
                        100 * accuracy.point(),
                        100 * accuracy.interval().low(),
                        100 * accuracy.interval().high(),
                        marks.worstWeight());
    }

    private String facts() {
        StringBuilder table = new StringBuilder("| domain |");
        marks.facts()
                .keySet()
                .forEach(persona -> table.append(' ').append(persona).append(" |"));
        table.append("\n|---|").append("---|".repeat(marks.facts().size())).append('\n');
        for (String domain : marks.facts().values().iterator().next().keySet()) {
            table.append("| ").append(domain).append(" |");
            marks.facts()
                    .values()
                    .forEach(domains -> table.append(percent(share(Map.of(domain, domains.get(domain))))));
            table.append('\n');
        }
        table.append("| **all** |");
        marks.facts().values().forEach(domains -> table.append(percent(share(domains))));
        return table.append('\n').toString();
    }

    private String attribution() {
        StringBuilder table =
                new StringBuilder("| persona | attributed to it | most often taken for |\n|---|---|---|\n");
        for (int k = 0; k < marks.cast().size(); k++) {
            long all = 0;
            int other = -1;
            for (int j = 0; j < marks.cast().size(); j++) {
                all += marks.attribution().count(k, j);
                if (j != k
                        && (other < 0
                                || marks.attribution().count(k, j)
                                        > marks.attribution().count(k, other))) {
                    other = j;
                }
            }
            if (all > 0) {
                long mistaken = marks.attribution().count(k, other);
                table.append("| ")
                        .append(id(k))
                        .append(" |")
                        .append(percent((double) marks.attribution().count(k, k) / all))
                        .append(mistaken == 0 ? " |" : " " + id(other) + " (" + mistaken + ") |")
                        .append('\n');
            }
        }
        List<PersonaPair> alike = marks.attribution().pairs(LEVEL).stream()
                .filter(pair -> !pair.first().value().equals("document")
                        && !pair.second().value().equals("document"))
                .filter(pair -> !pair.isToldApart(MARGIN))
                .toList();
        return table.append("\nPairs that are not told apart: ")
                .append(
                        alike.isEmpty()
                                ? "none"
                                : alike.stream()
                                        .map(pair -> pair.first() + " and " + pair.second())
                                        .collect(Collectors.joining(", ")))
                .append(".\n")
                .toString();
    }

    private String prior() {
        StringBuilder table = new StringBuilder("| persona | truth | estimate | 95 % interval |\n|---|---|---|---|\n");
        for (int k = 0; k < marks.cast().size(); k++) {
            Estimate weight = marks.prior().weights().get(k);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f | %.3f-%.3f |%n",
                    id(k),
                    marks.truth().get(k),
                    weight.point(),
                    weight.interval().low(),
                    weight.interval().high()));
        }
        return table.toString();
    }

    private String samples() {
        return marks.samples().stream()
                .map(sample -> "```text\n" + sample.replace("```", "'''") + "\n```\n")
                .collect(Collectors.joining("\n"));
    }

    private PersonaId id(int k) {
        return marks.cast().persona(k).id();
    }

    private static double share(Map<String, Proportion> domains) {
        long right = 0;
        long all = 0;
        for (Proportion proportion : domains.values()) {
            right += proportion.successes();
            all += proportion.trials();
        }
        return (double) right / all;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, " %.1f %% |", 100 * share);
    }
}
