package org.dramatis.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.BehaviourForecast;
import org.dramatis.audit.result.Standing;
import org.dramatis.report.markup.Markup;
import org.dramatis.report.picture.DumbbellChart;
import org.dramatis.report.picture.DumbbellChart.Change;
import org.dramatis.report.picture.DumbbellChart.Group;
import org.dramatis.report.picture.Hue;
import org.dramatis.report.words.Figures;
import org.dramatis.report.words.Movers;

/** What the assistant does on probes, and what it would do. */
record Behaviours(AuditResult result) {
    private static final int MOST = 18;
    private static final Figures FIGURES = Figures.TYPESET;

    Markup markup() {
        if (result.behaviours().isEmpty()) {
            return Markup.nothing();
        }
        List<BehaviourForecast> shown = new Movers(result.behaviours()).farthest(MOST);
        int rest = result.behaviours().size() - shown.size();
        String about = "How often the assistant shows a behaviour on probes about one thing, forecast with "
                + FIGURES.level(result.behaviours().getFirst().shift().interval())
                + " intervals. The table sets cheaper forecasts beside them.";
        return Section.titled(
                "What it would do",
                Section.note(about
                        + (rest == 0 ? "" : " Those that move most; " + FIGURES.count(rest) + " more: in the table.")),
                shown.isEmpty()
                        ? Section.folded("None moves. The numbers", table().markup())
                        : Section.figure(
                                new DumbbellChart(
                                        "For each behaviour a dot for today and a dot for after the training, the numbers are in the"
                                                + " table below",
                                        groups(shown)),
                                table()));
    }

    private List<Group> groups(List<BehaviourForecast> shown) {
        Set<String> unwanted = result.standings().stream()
                .filter(Standing::unwanted)
                .map(standing -> standing.persona().id().value())
                .collect(Collectors.toSet());
        Map<String, List<Change>> groups = new LinkedHashMap<>();
        for (BehaviourForecast behaviour : shown) {
            groups.computeIfAbsent(behaviour.about(), about -> new ArrayList<>())
                    .add(new Change(
                            behaviour.behaviour(),
                            Hue.of(unwanted.contains(behaviour.behaviour())),
                            behaviour.before(),
                            behaviour.after()));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private DataTable table() {
        return new RivalTable(result.behaviours()).markup();
    }
}
