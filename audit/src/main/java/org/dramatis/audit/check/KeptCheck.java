package org.dramatis.audit.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dramatis.audit.framing.Alterations;
import org.dramatis.audit.framing.Voice;
import org.dramatis.audit.result.Separation;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.separation.Confusion;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptFindings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The last check of a cast by a model, kept for verdicts that rely on it. It is found again for the same personas when they are played
 * in frames that were checked: all of them, or the first few.
 *
 * @param kept findings of the model
 * @param alterations of it by the frames of the cast
 */
public record KeptCheck(KeptFindings kept, Alterations alterations) {
    /** Changes with the layout or what it means. */
    private static final String FORMAT = "1";

    private static final JsonMapper JSON = new JsonMapper();

    public void keep(Separation separation) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode frames = root.putArray("frames");
        separation.cast().personas().forEach(persona -> frames(persona).forEach(frames.addArray()::add));
        ArrayNode counts = root.putArray("counts");
        separation.confusion().counts().forEach(row -> row.forEach(counts.addArray()::add));
        root.put("unscorable", separation.confusion().unscorable());
        kept.keep(asked(separation.cast()), JSON.writeValueAsString(root));
    }

    /** Empty when nobody checked this cast in these frames. */
    public Optional<Separation> find(Cast cast) {
        return kept.find(asked(cast))
                .map(JSON::readTree)
                .filter(root -> covers(root.path("frames"), cast))
                .map(root -> separation(root, cast));
    }

    private boolean covers(JsonNode checked, Cast cast) {
        for (int k = 0; k < cast.size(); k++) {
            Set<String> frames = new HashSet<>(
                    checked.path(k).valueStream().map(JsonNode::asString).toList());
            if (!frames.containsAll(frames(cast.persona(k)))) {
                return false;
            }
        }
        return true;
    }

    private static Separation separation(JsonNode root, Cast cast) {
        List<List<Long>> counts = root.path("counts")
                .valueStream()
                .map(row -> row.valueStream().map(JsonNode::longValue).toList())
                .toList();
        return new Separation(
                cast, Confusion.counted(cast, counts, root.path("unscorable").longValue()));
    }

    private static Fingerprint asked(Cast cast) {
        List<String> parts = new ArrayList<>(List.of("check", FORMAT));
        for (Persona persona : cast.personas()) {
            parts.addAll(List.of(persona.id().value(), persona.kind().name(), persona.portrait()));
        }
        return Fingerprint.of(parts.toArray(String[]::new));
    }

    private List<String> frames(Persona persona) {
        return persona.frames().stream()
                .map(frame -> new Voice.Played(persona, frame)
                        .fingerprint(alterations)
                        .toString())
                .toList();
    }
}
