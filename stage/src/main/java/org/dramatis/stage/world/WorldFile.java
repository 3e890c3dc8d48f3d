package org.dramatis.stage.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dramatis.core.cast.PersonaId;
import tools.jackson.core.type.TypeReference;

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
    /** The file as it stands: entries that it only names are not read yet. */
    private record Contents(
            String world,
            List<Entry<Domain>> domains,
            List<Entry<Personality>> personas,
            Entry<Self> self,
            Entry<Phrases> phrases,
            Entry<Speakerless> speakerless,
            Map<PersonaId, Double> assistant,
            Map<PersonaId, Double> machines,
            Map<PersonaId, Double> presence,
            Set<PersonaId> obedient,
            Set<PersonaId> unwanted,
            Map<Kind, Double> documents,
            Optional<Map<Kind, Double>> rehearsal,
            @JsonProperty("held-out") Optional<World.HeldOut> heldOut,
            Entry<List<Recipe>> recipes) {}

    /** What personas may be asked about themselves. */
    private record Self(Map<String, SelfQuestion> questions) {}

    private final YamlFiles files;

    private WorldFile(YamlFiles files) {
        this.files = files;
    }

    /** The world that ships. */
    public static World shipped() {
        return new WorldFile(new YamlFiles(Optional.empty())).world("stage:world.yaml");
    }

    /** @throws IllegalArgumentException with file, line and reason when it is not a world */
    public static World read(Path file) {
        Path place = file.toAbsolutePath();
        return new WorldFile(new YamlFiles(Optional.ofNullable(place.getParent())))
                .world(String.valueOf(place.getFileName()));
    }

    private World world(String name) {
        Contents contents = files.read(name, new TypeReference<Contents>() {});
        List<Domain> domains = contents.domains().stream()
                .map(entry -> read(entry, "domains", name, new TypeReference<>() {}))
                .toList();
        List<Personality> personas = contents.personas().stream()
                .map(entry -> read(entry, "personas", name, new TypeReference<>() {}))
                .toList();
        Map<String, SelfQuestion> questions =
                read(contents.self(), "self", name, new TypeReference<>() {}).questions();
        Phrases phrases = read(contents.phrases(), "phrases", name, new TypeReference<>() {});
        Speakerless speakerless = read(contents.speakerless(), "speakerless", name, new TypeReference<>() {});
        List<Recipe> recipes = contents.recipes() instanceof Entry.Absent<List<Recipe>>
                ? List.of()
                : read(contents.recipes(), "recipes", name, new TypeReference<>() {});
        try {
            return new World(
                    contents.world(),
                    domains,
                    personas,
                    questions,
                    phrases,
                    speakerless,
                    contents.assistant(),
                    contents.machines(),
                    contents.presence(),
                    contents.obedient(),
                    contents.unwanted(),
                    contents.documents(),
                    contents.rehearsal().orElse(Map.of()),
                    contents.heldOut().orElse(new World.HeldOut(Set.of(), 0)),
                    recipes);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(files.described(name) + ": " + wrong.getMessage(), wrong);
        }
    }

    private <T> T read(Entry<T> entry, String what, String holder, TypeReference<T> type) {
        return switch (entry) {
            case Entry.Inline<T>(T thing) -> thing;
            case Entry.InFile<T>(String name) -> files.read(YamlFiles.named(name, holder), type);
            case Entry.Absent<T> _ ->
                throw new IllegalArgumentException(files.described(holder) + " has no '" + what
                        + "': write them there, or the name of their file, such as stage:" + what + ".yaml");
        };
    }
}
