package org.dramatis.store.written;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dramatis.core.cast.PersonaId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What stands in a file that somebody wrote. A name that occurs twice is refused.
 *
 * <p>There are two ways to read it: as values of a type, which stops at the first misprint, and piece by piece, as {@link Item}s,
 * which tells all of them.
 */
public final class WrittenFile {
    private static final ObjectMapper YAML = strict(YAMLMapper.builder());
    private static final ObjectMapper JSON = strict(JsonMapper.builder());

    private final byte[] bytes;
    private final ObjectMapper mapper;

    private WrittenFile(byte[] bytes, ObjectMapper mapper) {
        this.bytes = bytes.clone();
        this.mapper = mapper;
    }

    public static WrittenFile yaml(byte[] bytes) {
        return new WrittenFile(bytes, YAML);
    }

    public static WrittenFile json(byte[] bytes) {
        return new WrittenFile(bytes, JSON);
    }

    /** @throws IllegalArgumentException with the file and the reason when it cannot be read */
    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            String why = failed instanceof NoSuchFileException ? "it is not there" : failed.getMessage();
            throw new IllegalArgumentException(file + " cannot be read: " + why, failed);
        }
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> M strict(B builder) {
        builder.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .addModule(personaIds());
        // What is left out is empty, and refused by the entry itself where it is needed.
        for (Class<?> type : List.of(String.class, List.class, Set.class, Map.class)) {
            builder.withConfigOverride(
                    type, override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        return builder.build();
    }

    private static SimpleModule personaIds() {
        return new SimpleModule()
                .addDeserializer(PersonaId.class, new FromStringDeserializer<>(PersonaId.class) {
                    @Override
                    protected PersonaId _deserialize(String value, DeserializationContext context) {
                        return new PersonaId(value);
                    }
                })
                .addKeyDeserializer(PersonaId.class, new KeyDeserializer() {
                    @Override
                    public Object deserializeKey(String key, DeserializationContext context) {
                        return new PersonaId(key);
                    }
                });
    }

    /** @throws MisprintException when it does not hold that; a field that the type does not have is one */
    public <T> T read(TypeReference<T> type) {
        try {
            return mapper.readValue(bytes, type);
        } catch (JacksonException wrong) {
            throw new MisprintException(new Complaint(wrong, this).misprint(), wrong);
        }
    }

    /** @throws MisprintException when it is not even YAML, or JSON */
    public Item whole() {
        try {
            return new Item(JsonPointer.empty(), mapper.readTree(bytes), new Misprints(this));
        } catch (JacksonException wrong) {
            throw new MisprintException(new Complaint(wrong, this).misprint(), wrong);
        }
    }

    Mark mark(JsonPointer entry) {
        return marks().getOrDefault(entry, Mark.UNKNOWN);
    }

    /** The names of the fields of an entry, in the order of the file. */
    List<String> names(JsonPointer entry) {
        return marks().keySet().stream()
                .filter(place -> !place.matches() && entry.equals(place.head()))
                .map(place -> place.last().getMatchingProperty())
                .toList();
    }

    /** Where each entry begins, a field at its name; in the order of the file, up to where it cannot be read on. */
    Map<JsonPointer, Mark> marks() {
        Map<JsonPointer, Mark> marks = new LinkedHashMap<>();
        try (JsonParser parser = mapper.createParser(bytes)) {
            while (parser.nextToken() != null) {
                TokenStreamLocation at = parser.currentTokenLocation();
                marks.putIfAbsent(
                        parser.streamReadContext().pathAsPointer(), new Mark(at.getLineNr(), at.getColumnNr()));
            }
        } catch (JacksonException end) {
            return marks;
        }
        return marks;
    }
}
