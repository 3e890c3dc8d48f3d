package org.dramatis.lab.forecast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.core.evidence.Clusters;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.EvidenceMatrixBuilder;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.selection.ContextFeatures;
import org.dramatis.store.evidence.Fingerprint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a data set says about a cast, on disk: all that a forecast needs of it, so that another forecast can be made without the model.
 *
 * @param of what it was computed from: the model, the cast and the data
 */
record EvidenceFile(Path file, Fingerprint of) {
    private static final JsonMapper JSON = new JsonMapper();

    void write(ScoredData data) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("of", of.toString());
        ArrayNode ids = root.putArray("episodes");
        data.ids().forEach(id -> ids.add(id.value()));
        put(root.putArray("evidence"), data.evidence());
        data.rejected().ifPresent(rejected -> put(root.putArray("rejected"), rejected));
        ArrayNode contexts = root.putArray("contexts");
        for (int i = 0; i < data.contexts().examples(); i++) {
            ArrayNode context = contexts.addArray();
            data.contexts().features(i).forEach(context::add);
        }
        try {
            Files.writeString(file, JSON.writeValueAsString(root) + "\n");
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be written: " + problem.getMessage(), problem);
        }
    }

    /** What was written before; nothing where that was computed from something else. */
    Optional<ScoredData> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode root;
        try {
            root = JSON.readTree(Files.readString(file));
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem.getMessage(), problem);
        }
        return root.path("of").asString().equals(of.toString()) ? Optional.of(data(root)) : Optional.empty();
    }

    private static ScoredData data(JsonNode root) {
        List<EpisodeId> ids = root.path("episodes")
                .valueStream()
                .map(id -> new EpisodeId(id.asString()))
                .toList();
        return new ScoredData(
                ids,
                matrix(root.path("evidence")),
                root.has("rejected") ? Optional.of(matrix(root.path("rejected"))) : Optional.empty(),
                ContextFeatures.of(root.path("contexts")
                        .valueStream()
                        .map(EvidenceFile::numbers)
                        .toList()),
                Clusters.single(ids.size()),
                ids.size(),
                ids.size(),
                List.of());
    }

    private static void put(ArrayNode rows, EvidenceMatrix evidence) {
        for (int row = 0; row < evidence.rows(); row++) {
            ArrayNode numbers = rows.addArray();
            LogVector logs = evidence.row(row);
            IntStream.range(0, logs.size()).mapToDouble(logs::at).forEach(numbers::add);
        }
    }

    private static EvidenceMatrix matrix(JsonNode rows) {
        List<LogVector> logs = new ArrayList<>();
        rows.valueStream().forEach(row -> logs.add(LogVector.of(numbers(row))));
        EvidenceMatrixBuilder matrix = EvidenceMatrix.builder(logs.getFirst().size());
        logs.forEach(matrix::add);
        return matrix.build();
    }

    private static double[] numbers(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }
}
