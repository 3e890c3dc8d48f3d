package org.dramatis.audit.cast;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.number.Weights;
import org.dramatis.store.written.Yaml;

/** Writes casts as {@link CastReader} reads them. */
public record CastWriter(NamedCast written) {
    private static final MathContext WEIGHT_DIGITS = new MathContext(12);

    public String yaml() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("name", written.name());
        file.put("about", written.about());
        List<Map<String, Object>> personas = new ArrayList<>();
        for (int k = 0; k < written.cast().size(); k++) {
            personas.add(persona(k));
        }
        file.put("personas", personas);
        if (!written.questions().isEmpty()) {
            file.put("questions", written.questions());
        }
        return Yaml.write(file);
    }

    private Map<String, Object> persona(int k) {
        Persona persona = written.cast().persona(k);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", persona.id().value());
        if (persona.isDocument()) {
            fields.put("kind", persona.kind().name().toLowerCase(Locale.ROOT));
        }
        fields.put("portrait", persona.portrait());
        if (written.unwanted().contains(persona.id())) {
            fields.put("unwanted", true);
        }
        Weights prior = written.cast().prior();
        if (!prior.equals(Weights.uniform(prior.size()))) {
            fields.put("prior", rounded(prior.at(k)));
        }
        fields.put("frames", persona.frames().stream().map(CastWriter::frame).toList());
        return fields;
    }

    /** A weight as a person would write it: .75, of which the logarithm that is kept makes .7499999999999999. */
    private static double rounded(double weight) {
        return new BigDecimal(weight).round(WEIGHT_DIGITS).doubleValue();
    }

    private static Map<String, Object> frame(Frame frame) {
        return switch (frame) {
            case Frame.Portrait(String words) -> Map.of("portrait", words);
            case Frame.Lines(List<Turn> turns) -> Map.of("lines", exchanges(turns));
            case Frame.Vector(String name, double strength) -> Map.of("vector", vector(name, strength));
            case Frame.Adapter(String name) -> Map.of("adapter", name);
        };
    }

    private static List<Map<String, String>> exchanges(List<Turn> turns) {
        List<Map<String, String>> exchanges = new ArrayList<>();
        for (Turn turn : turns) {
            if (turn.role() == Turn.Role.USER) {
                exchanges.add(new LinkedHashMap<>());
            }
            exchanges.getLast().put(turn.role().name().toLowerCase(Locale.ROOT), turn.text());
        }
        return exchanges;
    }

    private static Map<String, Object> vector(String name, double strength) {
        Map<String, Object> vector = new LinkedHashMap<>();
        vector.put("name", name);
        vector.put("strength", strength);
        return vector;
    }
}
