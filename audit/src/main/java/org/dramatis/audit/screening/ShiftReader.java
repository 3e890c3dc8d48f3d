package org.dramatis.audit.screening;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.framing.Voice;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.screening.PersonaVectors;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptFindings;

/**
 * How a persona's frames shift the activations: the same replies are read in a frame and without one, at the tokens from which the
 * reply is foretold, and the mean difference over tokens, replies and frames is the persona's vector. Nothing is generated.
 *
 * @param sites where, one after the other in a vector
 * @param references replies that are read in every frame, the assistant's own say
 * @param kept where there is one, each persona is read once
 */
record ShiftReader(
        ChatModel model, Inspectable inside, List<Site> sites, List<Episode> references, Optional<KeptFindings> kept) {
    /** Changes with what a vector means. */
    private static final String FORMAT = "1";

    ShiftReader {
        sites = List.copyOf(sites);
        references = List.copyOf(references);
    }

    /** Of everybody who speaks; none of those whose frames cannot be read: in a model that shows no activations, or too long. */
    Optional<PersonaVectors> read(Cast cast) {
        List<double[]> bare = references.stream()
                .flatMap(reference -> mean(inside, new Voice.Bare(), reference).stream())
                .toList();
        if (bare.size() < references.size() || references.isEmpty()) {
            return Optional.empty();
        }
        Map<PersonaId, float[]> shifts = new LinkedHashMap<>();
        for (Persona persona : cast.personas()) {
            if (!persona.isDocument()) {
                shift(persona, bare).ifPresent(shift -> shifts.put(persona.id(), shift));
            }
        }
        if (shifts.isEmpty()) {
            return Optional.empty();
        }
        int dimension = sites.size() * inside.width();
        float[] cells = new float[shifts.size() * dimension];
        int from = 0;
        for (float[] shift : shifts.values()) {
            System.arraycopy(shift, 0, cells, from, dimension);
            from += dimension;
        }
        return Optional.of(PersonaVectors.of(List.copyOf(shifts.keySet()), cells));
    }

    private Optional<float[]> shift(Persona persona, List<double[]> bare) {
        Optional<Fingerprint> asked = kept.map(_ -> asked(persona));
        Optional<float[]> known =
                asked.flatMap(question -> kept.orElseThrow().find(question)).map(ShiftReader::decoded);
        if (known.isPresent()) {
            return known;
        }
        Optional<float[]> found = computed(persona, bare);
        found.ifPresent(shift -> asked.ifPresent(question -> kept.orElseThrow().keep(question, encoded(shift))));
        return found;
    }

    private Optional<float[]> computed(Persona persona, List<double[]> bare) {
        double[] sum = new double[sites.size() * inside.width()];
        for (Frame frame : persona.frames()) {
            Voice voice = new Voice.Played(persona, frame);
            if (!(model.scorer(frame) instanceof Inspectable player)) {
                return Optional.empty();
            }
            for (int i = 0; i < bare.size(); i++) {
                Optional<double[]> played = mean(player, voice, references.get(i));
                if (played.isEmpty()) {
                    return Optional.empty();
                }
                for (int d = 0; d < sum.length; d++) {
                    sum[d] += played.get()[d] - bare.get(i)[d];
                }
            }
        }
        float[] shift = new float[sum.length];
        for (int i = 0; i < shift.length; i++) {
            shift[i] = (float) (sum[i] / (persona.frames().size() * references.size()));
        }
        return Optional.of(shift);
    }

    /** Over the tokens before each token of the reply; empty when the text does not fit. */
    private Optional<double[]> mean(Inspectable reader, Voice voice, Episode reference) {
        Passage text = model.framing().passage(voice, reference.context(), reference.reply());
        if (text.length() > model.scorer().context()) {
            return Optional.empty();
        }
        int first = text.prefix().length() - 1;
        Map<Site, List<Direction>> read = reader.read(
                text,
                new LinkedHashSet<>(sites),
                IntStream.range(first, text.length() - 1).boxed().toList());
        double[] mean = new double[sites.size() * inside.width()];
        int from = 0;
        for (Site site : sites) {
            List<Direction> tokens = read.getOrDefault(site, List.of());
            for (Direction token : tokens) {
                for (int d = 0; d < token.dimension(); d++) {
                    mean[from + d] += (double) token.at(d) / tokens.size();
                }
            }
            from += inside.width();
        }
        return Optional.of(mean);
    }

    private Fingerprint asked(Persona persona) {
        List<String> parts = new ArrayList<>(List.of("persona vector", FORMAT, sites.toString()));
        for (Frame frame : persona.frames()) {
            parts.add(new Voice.Played(persona, frame)
                    .fingerprint(model.alterations())
                    .toString());
        }
        references.forEach(reference -> parts.addAll(List.of(reference.context().toString(), reference.reply())));
        return Fingerprint.of(parts.toArray(String[]::new));
    }

    private static String encoded(float[] shift) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * shift.length);
        bytes.asFloatBuffer().put(shift);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static float[] decoded(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        float[] shift = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(shift);
        return shift;
    }
}
