package org.dramatis.report.json;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.calibration.TrackRecord;
import org.dramatis.audit.result.AuditResult;
import org.dramatis.audit.result.BehaviourForecast;
import org.dramatis.audit.result.ClauseReading;
import org.dramatis.audit.result.Counts;
import org.dramatis.audit.result.GateVerdict;
import org.dramatis.audit.result.Judged;
import org.dramatis.audit.result.KeptOut;
import org.dramatis.audit.result.Moment;
import org.dramatis.audit.result.RankedRow;
import org.dramatis.audit.result.Remedy;
import org.dramatis.audit.result.Screened;
import org.dramatis.audit.result.Standing;
import org.dramatis.audit.result.Unmodelled;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Measured;
import org.dramatis.report.words.Figures;
import org.dramatis.report.words.UnmodelledWords;
import org.dramatis.report.words.Verdict;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A result for programs, as docs/report.md describes it: keys in a fixed order, numbers in full, nothing of the hour or the machine.
 * Characters outside ASCII are written as escapes, so that the file is safe to print, too.
 */
public record JsonReport(AuditResult result) {
    public static final String SCHEMA = "dramatis/audit/1";

    public String text() {
        return Json.text(tree());
    }

    private ObjectNode tree() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("verdict", new Verdict(result).sentence(Figures.PLAIN));
        root.put("passed", result.passed());
        ObjectNode subject = root.putObject("subject");
        subject.put("model", result.subject().model());
        subject.put("cast", result.subject().cast());
        texts(subject.putArray("data"), result.subject().data());
        subject.put("seed", result.subject().seed());
        counts(root.putObject("counts"), result.counts());
        root.putObject("training")
                .put("steps", result.amount().steps())
                .put("batch", result.amount().batch())
                .put("learning_rate", result.amount().learningRate());
        calibration(root.putObject("calibration"), result.calibration());
        residual(root.putObject("residual"), result.residual());
        each(root.putArray("personas"), result.standings(), JsonReport::standing);
        result.screened().ifPresent(screened -> screening(root.putObject("screening"), screened));
        each(root.putArray("trajectory"), result.trajectory(), JsonReport::moment);
        each(root.putArray("behaviours"), result.behaviours(), JsonReport::behaviour);
        each(root.putArray("rows"), result.rows(), JsonReport::row);
        unmodelled(root.putObject("unmodelled"), result.unmodelled());
        each(root.putArray("remedies"), result.remedies(), JsonReport::remedy);
        each(root.putArray("clauses"), result.clauses(), JsonReport::clause);
        each(root.putArray("gates"), result.gates(), JsonReport::gate);
        texts(root.putArray("warnings"), result.warnings());
        texts(root.putArray("foundations"), result.foundations());
        return root;
    }

    private static void counts(ObjectNode node, Counts counts) {
        node.put("rows", counts.rows());
        node.put("scored_rows", counts.scoredRows());
        node.put("bad_rows", counts.reading().badRows());
        node.put("repeated_rows", counts.reading().repeated());
        node.put("episodes", counts.episodes());
        each(
                node.putArray("bad"),
                counts.bad(),
                (bad, row) -> bad.put("file", row.origin().file())
                        .put("line", row.origin().line())
                        .put("reason", row.reason()));
        each(
                node.putArray("repeats"),
                counts.reading().repeats(),
                (repeats, repeat) -> repeats.put("row", repeat.row().toString())
                        .put("earlier", repeat.earlier().toString()));
        each(
                node.putArray("unscored"),
                counts.unscored(),
                (unscored, row) -> unscored.put("episode", row.episode().value())
                        .put("kind", row.reason().kind().name().toLowerCase(Locale.ROOT))
                        .put("detail", row.reason().detail()));
    }

    private static void calibration(ObjectNode node, Calibration calibration) {
        node.put("name", calibration.name());
        node.put("fitted_to", calibration.fittedTo());
        estimate(node.putObject("rate"), calibration.rate());
        node.put("learning_rate", calibration.learningRate());
        calibration.record().ifPresent(record -> record(node.putObject("reliability"), record));
    }

    private static void record(ObjectNode node, TrackRecord record) {
        node.put("event", record.event());
        node.put("trainings", record.trainings());
        each(
                node.putArray("bins"),
                record.bins(),
                (bin, counted) -> bin.put("predicted", counted.predicted())
                        .put("observed", counted.observed())
                        .put("count", counted.count()));
    }

    private static void residual(ObjectNode node, Measured<Estimate> residual) {
        switch (residual) {
            case Measured.Known<Estimate>(Estimate bits) -> estimate(node, bits);
            case Measured.Unmeasurable<Estimate>(String reason) -> node.put("unmeasurable", reason);
        }
    }

    private static void standing(ObjectNode node, Standing standing) {
        node.put("id", standing.persona().id().value());
        node.put("kind", standing.persona().kind().name().toLowerCase(Locale.ROOT));
        node.put("portrait", standing.persona().portrait());
        node.put("unwanted", standing.unwanted());
        estimate(node.putObject("before"), standing.before());
        estimate(node.putObject("evidence"), standing.evidence());
        node.put("share", standing.share());
        estimate(node.putObject("after"), standing.after());
        node.put("tempered", standing.tempered());
    }

    private static void screening(ObjectNode node, Screened screened) {
        node.put("survivors", screened.survivors());
        node.put("replies", screened.replies());
        node.put("own_replies", screened.own());
        node.put("data", screened.ofData());
        node.put("own", screened.ofOwn());
        each(
                node.putArray("out"),
                screened.out(),
                (out, persona) -> out.put("id", persona.persona().value())
                        .put("unwanted", persona.unwanted())
                        .put("data", persona.data())
                        .put("own", persona.own()));
    }

    private static void moment(ObjectNode node, Moment moment) {
        node.put("step", moment.step());
        each(node.putArray("weights"), moment.weights(), JsonReport::estimate);
    }

    private static void behaviour(ObjectNode node, BehaviourForecast behaviour) {
        node.put("about", behaviour.about());
        node.put("behaviour", behaviour.behaviour());
        node.put("probes", behaviour.probes());
        node.put("before", behaviour.before());
        estimate(node.putObject("shift"), behaviour.shift());
        estimate(node.putObject("after"), behaviour.after());
        RivalsJson.write(node.putObject("rivals"), behaviour.before(), behaviour.rivals());
        behaviour.sampled().ifPresent(judged -> judged(node.putObject("sampled"), judged));
    }

    static void keptOut(ObjectNode node, KeptOut keptOut) {
        node.put("replies", keptOut.replies()).put("scored", keptOut.scored()).put("limit", keptOut.limit());
    }

    static void judged(ObjectNode node, Judged judged) {
        node.put("replies", judged.replies()).put("scorer", judged.scorer());
    }

    private static void row(ObjectNode node, RankedRow row) {
        node.put("episode", row.episode().id().value());
        each(
                node.putArray("context"),
                row.episode().context(),
                (said, turn) -> said.put("role", turn.role().name().toLowerCase(Locale.ROOT))
                        .put("text", turn.text()));
        node.put("reply", row.episode().reply());
        node.put("weight", row.episode().weight());
        node.put("push", row.push());
        node.put("persona", row.persona().value());
        node.put("probability", row.probability());
        row.personas().forEach(node.putArray("personas")::add);
        each(node.putArray("tokens"), row.tokens(), (pushed, token) -> {
            pushed.put("text", token.text());
            number(pushed, "nats", token.nats());
        });
    }

    private static void unmodelled(ObjectNode node, Unmodelled unmodelled) {
        node.put("replies", unmodelled.keptOut().replies());
        node.put("limit", unmodelled.keptOut().limit());
        node.put("capabilities", unmodelled.capabilities());
        node.put("noise", unmodelled.noise());
        node.put("undecided", unmodelled.undecided());
        each(node.putArray("reread"), unmodelled.reread(), (reread, row) -> {
            reread.put("episode", row.episode().id().value());
            reread.put("reply", row.episode().reply());
            reread.put("kind", UnmodelledWords.kind(row.verdict()));
            UnmodelledWords.learnable(row.verdict()).ifPresent(share -> estimate(reread.putObject("learnable"), share));
        });
    }

    private static void remedy(ObjectNode node, Remedy remedy) {
        node.put("what", remedy.what());
        node.put("rows", remedy.rows());
        estimate(node.putObject("unwanted"), remedy.unwanted());
    }

    private static void clause(ObjectNode node, ClauseReading clause) {
        node.put("clause", clause.clause());
        node.put("verdict", clause.verdict().name().toLowerCase(Locale.ROOT));
        estimate(node.putObject("evidence"), clause.evidence());
        node.put("supporting", clause.supporting());
        node.put("opposing", clause.opposing());
        node.put("episodes", clause.episodes());
    }

    private static void gate(ObjectNode node, GateVerdict verdict) {
        node.put("condition", verdict.gate().toString());
        node.put("subject", verdict.gate().subject());
        node.put("comparison", verdict.gate().comparison().name().toLowerCase(Locale.ROOT));
        node.put("threshold", verdict.gate().threshold());
        estimate(node.putObject("weight"), verdict.weight());
        node.put("passed", verdict.passed());
    }

    private static void estimate(ObjectNode node, Estimate estimate) {
        node.put("point", estimate.point());
        number(node, "low", estimate.interval().low());
        number(node, "high", estimate.interval().high());
        node.put("level", estimate.interval().level());
    }

    /** An interval may have no end, and JSON has no number for that. */
    private static void number(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }

    private static void texts(ArrayNode node, List<String> texts) {
        texts.forEach(node::add);
    }

    private static <T> void each(ArrayNode node, List<T> items, BiConsumer<ObjectNode, T> written) {
        items.forEach(item -> written.accept(node.addObject(), item));
    }
}
