package org.dramatis.stage.world;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dramatis.core.cast.PersonaId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * YAML files by name: those of a folder, and after {@code stage:} those of the shipped world.
 *
 * @param folder none where everything is shipped
 */
record YamlFiles(Optional<Path> folder) {
    private static final String SHIPPED = "stage:";
    private static final ObjectMapper YAML = mapper();

    private static ObjectMapper mapper() {
        YAMLMapper.Builder builder = YAMLMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
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

    /** The name of a file as another one writes it: a shipped file names shipped files. */
    static String named(String name, String by) {
        return by.startsWith(SHIPPED) && !name.startsWith(SHIPPED) ? SHIPPED + name : name;
    }

    /** @throws IllegalArgumentException with file, line and reason when it does not hold that */
    <T> T read(String name, TypeReference<T> type) {
        try (InputStream in = open(name)) {
            return YAML.readValue(in, type);
        } catch (JacksonException wrong) {
            throw misprint(name, new Misprint(wrong));
        } catch (IOException failed) {
            throw unreadable(name, failed);
        }
    }

    private IllegalArgumentException misprint(String name, Misprint misprint) {
        try (InputStream in = open(name)) {
            return new IllegalArgumentException(
                    described(name) + misprint.place(in, YAML) + ": " + misprint.reason(), misprint.wrong());
        } catch (IOException failed) {
            return unreadable(name, failed);
        }
    }

    private IllegalArgumentException unreadable(String name, IOException failed) {
        String why = failed instanceof NoSuchFileException ? "it is not there" : String.valueOf(failed.getMessage());
        return new IllegalArgumentException(described(name) + " cannot be read: " + why, failed);
    }

    private InputStream open(String name) throws IOException {
        if (!name.startsWith(SHIPPED)) {
            return Files.newInputStream(beside(name));
        }
        String shipped = name.substring(SHIPPED.length());
        InputStream in = YamlFiles.class.getResourceAsStream(shipped);
        if (in == null) {
            throw new IOException("the shipped world has no file of that name");
        }
        return in;
    }

    /** The file as a reader of an error finds it. */
    String described(String name) {
        return name.startsWith(SHIPPED) ? name : beside(name).toString();
    }

    private Path beside(String name) {
        return folder.map(f -> f.resolve(name)).orElse(Path.of(name));
    }
}
