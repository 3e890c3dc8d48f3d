package org.dramatis.report.json;

import org.dramatis.audit.result.Rivals;
import org.dramatis.core.number.Measured;
import tools.jackson.databind.node.ObjectNode;

/** What cheaper forecasts say; those that nobody could make are null, and stand again with the reason. */
final class RivalsJson {
    private RivalsJson() {}

    static void write(ObjectNode node, double today, Rivals rivals) {
        node.put("no_change", today);
        node.put("tempered", rivals.tempered());
        measured(node, "base_rate", rivals.baseRate());
        measured(node, "centroid", rivals.centroid());
        measured(node, "projection", rivals.projection());
        ObjectNode missing = node.putObject("unmeasurable");
        missing(missing, "base_rate", rivals.baseRate());
        missing(missing, "centroid", rivals.centroid());
        missing(missing, "projection", rivals.projection());
    }

    private static void measured(ObjectNode node, String forecast, Measured<Double> value) {
        switch (value) {
            case Measured.Known<Double>(Double known) -> node.put(forecast, known);
            case Measured.Unmeasurable<Double> _ -> node.putNull(forecast);
        }
    }

    private static void missing(ObjectNode node, String forecast, Measured<Double> value) {
        if (value instanceof Measured.Unmeasurable<Double>(String reason)) {
            node.put(forecast, reason);
        }
    }
}
