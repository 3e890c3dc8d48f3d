package org.dramatis.audit.calibration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dramatis.core.calibration.ErrorBand;
import org.dramatis.core.calibration.LogisticMap;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A calibration on disk: the one that ships, or a user's own. */
public final class CalibrationFile {
    private static final String SHIPPED = "stage.json";
    private static final JsonMapper JSON = new JsonMapper();

    private CalibrationFile() {}

    /** The calibration that ships, fitted to trainings of the model that ships. */
    public static Calibration shipped() {
        try (InputStream file = CalibrationFile.class.getResourceAsStream(SHIPPED)) {
            return read(SHIPPED, JSON.readTree(Objects.requireNonNull(file, SHIPPED)));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** @throws IllegalArgumentException when the file is no calibration, with what it lacks */
    public static Calibration read(Path file) {
        try {
            return read(file.toString(), JSON.readTree(Files.readString(file)));
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem.getMessage(), problem);
        } catch (JacksonException problem) {
            throw new IllegalArgumentException(file + " is no JSON: " + problem.getOriginalMessage(), problem);
        }
    }

    /** The text of a file that {@link #read} reads. */
    public static String text(Calibration calibration) {
        Interval interval = calibration.rate().interval();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("name", calibration.name());
        root.put("fitted_to", calibration.fittedTo());
        root.put("eta", calibration.rate().point());
        root.putArray("eta_interval").add(interval.low()).add(interval.high());
        root.put("level", interval.level());
        root.put("learning_rate", calibration.learningRate());
        if (!calibration.rows().equals(LogisticMap.AS_STATED)) {
            root.putObject("rows")
                    .put("slope", calibration.rows().slope())
                    .put("intercept", calibration.rows().intercept());
        }
        calibration
                .band()
                .ifPresent(band -> root.putObject("error_band")
                        .put("floor", band.floor())
                        .put("quantile", band.quantile())
                        .put("level", band.level()));
        calibration.record().ifPresent(record -> write(record, root.putObject("reliability")));
        if (!calibration.baseRates().isEmpty()) {
            calibration.baseRates().forEach(root.putObject("base_rates")::put);
        }
        return root.toPrettyString() + "\n";
    }

    public static void write(Calibration calibration, Path file) {
        try {
            Files.writeString(file, text(calibration));
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be written: " + problem.getMessage(), problem);
        }
    }

    private static void write(TrackRecord record, ObjectNode node) {
        node.put("event", record.event());
        node.put("trainings", record.trainings());
        ArrayNode bins = node.putArray("bins");
        record.bins()
                .forEach(bin -> bins.addObject()
                        .put("predicted", bin.predicted())
                        .put("observed", bin.observed())
                        .put("count", bin.count()));
    }

    private static Calibration read(String file, JsonNode root) {
        return new Calibration(
                text(file, root, "name"),
                text(file, root, "fitted_to"),
                new Estimate(
                        number(file, root.path("eta"), "eta"),
                        new Interval(
                                number(file, root.path("eta_interval").path(0), "eta_interval"),
                                number(file, root.path("eta_interval").path(1), "eta_interval"),
                                number(file, root.path("level"), "level"))),
                number(file, root.path("learning_rate"), "learning_rate"),
                root.has("rows")
                        ? new LogisticMap(
                                number(file, root.path("rows").path("slope"), "rows"),
                                number(file, root.path("rows").path("intercept"), "rows"))
                        : LogisticMap.AS_STATED,
                root.has("reliability") ? Optional.of(record(file, root.path("reliability"))) : Optional.empty(),
                root.has("error_band") ? Optional.of(band(file, root.path("error_band"))) : Optional.empty(),
                baseRates(file, root.path("base_rates")));
    }

    private static ErrorBand band(String file, JsonNode node) {
        return new ErrorBand(
                number(file, node.path("floor"), "error_band"),
                number(file, node.path("quantile"), "error_band"),
                number(file, node.path("level"), "error_band"));
    }

    private static TrackRecord record(String file, JsonNode node) {
        List<TrackRecord.Bin> bins = new ArrayList<>();
        for (JsonNode bin : node.path("bins")) {
            bins.add(new TrackRecord.Bin(
                    number(file, bin.path("predicted"), "predicted"),
                    number(file, bin.path("observed"), "observed"),
                    (long) number(file, bin.path("count"), "count")));
        }
        return new TrackRecord(text(file, node, "event"), text(file, node, "trainings"), bins);
    }

    private static SortedMap<String, Double> baseRates(String file, JsonNode node) {
        SortedMap<String, Double> rates = new TreeMap<>();
        node.forEachEntry((behaviour, shift) -> rates.put(behaviour, number(file, shift, "base_rates")));
        return rates;
    }

    private static String text(String file, JsonNode root, String name) {
        return root.path(name).asStringOpt().orElseThrow(() -> lacking(file, name, "text"));
    }

    private static double number(String file, JsonNode value, String name) {
        if (!value.isNumber()) {
            throw lacking(file, name, "number");
        }
        return value.doubleValue();
    }

    private static IllegalArgumentException lacking(String file, String name, String kind) {
        return new IllegalArgumentException(file + " is no calibration: it has no " + kind + " in '" + name
                + "'; 'dramatis lab experiment' writes one beside its page");
    }
}
