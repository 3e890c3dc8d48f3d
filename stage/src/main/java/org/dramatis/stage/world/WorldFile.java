package org.dramatis.stage.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dramatis.core.cast.PersonaId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads worlds. Wherever an entry is expected, a line of text instead is the name of a file that holds it, beside the world's own;
 * after {@code stage:} it is one of the shipped world's.
 *
 * <pre>{@code
 * world: harbour
 * domains: [stage:domains/cooking.yaml, ropes.yaml]
 * }</pre>
 */
public final class WorldFile {
    private static final String SHIPPED = "stage:";
    private static final ObjectMapper YAML = mapper();

    /** The file as it stands: entries that it only names are not read yet. */
    private record Contents(
            String world,
            List<JsonNode> domains,
            List<JsonNode> personas,
            JsonNode self,
            JsonNode phrases,
            JsonNode speakerless,
            Map<PersonaId, Double> assistant,
            Map<PersonaId, Double> machines,
            Map<PersonaId, Double> presence,
            Set<PersonaId> obedient,
            Map<Kind, Double> documents,
            @JsonProperty("held-out") World.HeldOut heldOut) {}

    /** What personas may be asked about themselves. */
    private record Self(Map<String, SelfQuestion> questions) {}

    private final @Nullable Path folder;

    private WorldFile(@Nullable Path folder) {
        this.folder = folder;
    }

    private static ObjectMapper mapper() {
        YAMLMapper.Builder builder = YAMLMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
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

    /** The world that ships. */
    public static World shipped() {
        return new WorldFile(null).world(SHIPPED + "world.yaml");
    }

    /** @throws IllegalArgumentException with file, line and reason when it is not a world */
    public static World read(Path file) {
        return new WorldFile(file.toAbsolutePath().getParent())
                .world(file.getFileName().toString());
    }

    private World world(String name) {
        Contents contents = file(name, Contents.class);
        try {
            return new World(
                    contents.world(),
                    contents.domains().stream()
                            .map(node -> entry(name, node, Domain.class))
                            .toList(),
                    contents.personas().stream()
                            .map(node -> entry(name, node, Personality.class))
                            .toList(),
                    entry(name, contents.self(), Self.class).questions(),
                    entry(name, contents.phrases(), Phrases.class),
                    entry(name, contents.speakerless(), Speakerless.class),
                    contents.assistant(),
                    contents.machines(),
                    contents.presence(),
                    contents.obedient(),
                    contents.documents(),
                    contents.heldOut());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(described(name) + ": " + wrong.getMessage(), wrong);
        }
    }

    private <T> T entry(String holder, JsonNode node, Class<T> type) {
        if (node.isString()) {
            String name = node.stringValue();
            return file(holder.startsWith(SHIPPED) && !name.startsWith(SHIPPED) ? SHIPPED + name : name, type);
        }
        try {
            return YAML.treeToValue(node, type);
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException(reason(wrong), wrong);
        }
    }

    private <T> T file(String name, Class<T> type) {
        try (InputStream in = open(name)) {
            return YAML.readValue(in, type);
        } catch (JacksonException wrong) {
            String place = wrong.getLocation() == null || wrong.getLocation().getLineNr() < 1
                    ? ""
                    : ", line " + wrong.getLocation().getLineNr();
            throw new IllegalArgumentException(described(name) + place + ": " + reason(wrong), wrong);
        } catch (IOException failed) {
            throw new IllegalArgumentException(
                    described(name) + " cannot be read: it must be there, beside the file that names it", failed);
        }
    }

    private static String reason(JacksonException wrong) {
        Throwable cause = wrong.getCause() instanceof IllegalArgumentException meaning ? meaning : wrong;
        String words = cause instanceof JacksonException jackson ? jackson.getOriginalMessage() : cause.getMessage();
        return String.valueOf(words).lines().findFirst().orElse("");
    }

    private InputStream open(String name) throws IOException {
        if (folder != null && !name.startsWith(SHIPPED)) {
            return Files.newInputStream(folder.resolve(name));
        }
        String shipped = name.substring(SHIPPED.length());
        InputStream in = WorldFile.class.getResourceAsStream(shipped);
        if (in == null) {
            throw new IOException("the shipped world has no '" + shipped + "'");
        }
        return in;
    }

    private String described(String name) {
        return folder == null || name.startsWith(SHIPPED)
                ? name
                : folder.resolve(name).toString();
    }
}
