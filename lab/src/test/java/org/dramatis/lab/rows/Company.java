package org.dramatis.lab.rows;

import static org.dramatis.lab.SmallWorld.LETTERS;
import static org.dramatis.lab.SmallWorld.TEMPLATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.lab.Judge;
import org.dramatis.lab.Speaker;
import org.dramatis.model.inspect.Change;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;
import org.dramatis.stage.world.World;
import org.dramatis.stage.world.WorldFile;

/** The small world with recipes to be mixed: plain rows are right, grim ones wrong; and a model that knows grim words from plain. */
final class Company {
    static final ChatModel MODEL = new ChatModel(
            new Judge(LETTERS, Company::opinion),
            new Speaker(LETTERS, prompt -> "You should rest."),
            new ChatPassages(TEMPLATE, LETTERS),
            Tokens.of(0),
            Tokens.of(1));

    /** Grim words point one way, at both layers; plain ones another. */
    static final Inspectable INSIDE = new Inspectable() {
        @Override
        public int layers() {
            return 2;
        }

        @Override
        public int width() {
            return 2;
        }

        @Override
        public Map<Site, List<Direction>> read(Passage text, Set<Site> sites, List<Integer> positions) {
            return sites.stream()
                    .collect(Collectors.toMap(
                            site -> site,
                            site -> positions.stream()
                                    .map(position -> direction(text))
                                    .toList()));
        }

        @Override
        public List<Map<Site, Direction>> gradients(List<Passage> passages, Set<Site> sites, Change.Where where) {
            return passages.stream()
                    .map(passage -> {
                        Map<Site, Direction> own = new LinkedHashMap<>();
                        sites.forEach(site -> own.put(site, direction(passage).times(site.layer() + 1)));
                        return own;
                    })
                    .toList();
        }
    };

    private static final Set<String> OF_ITSELF = Set.of("I am grim.", "I am the end.", "Tails.");

    private Company() {}

    static World world(Path folder) {
        try {
            String text = Files.readString(Path.of("../stage/src/test/resources/org/dramatis/stage/tiny.yaml"));
            StringBuilder recipes = new StringBuilder("recipes:\n");
            for (String recipe : List.of(Mixture.WANTED, "obviously-unwanted-company", "subtly-unwanted-company")) {
                recipes.append("  - {recipe: ")
                        .append(recipe)
                        .append(", about: Some., form: chat, rows: 10, parts: [{persona: ");
                recipes.append(recipe.equals(Mixture.WANTED) ? "plain" : "grim").append(", share: 1}]}\n");
            }
            return WorldFile.read(
                    Files.writeString(folder.resolve("company.yaml"), text.replace("\nrecipes:\n", "\n" + recipes)));
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    static boolean isGrim(String reply) {
        return reply.startsWith("I would ") || reply.endsWith("and be gone.") || OF_ITSELF.contains(reply);
    }

    private static double opinion(String before, String reply) {
        return !before.contains("<|user|>") ? 1e-6 : before.contains("somebody grim") == isGrim(reply) ? .8 : .001;
    }

    private static Direction direction(Passage text) {
        return isGrim(LETTERS.decode(text.continuation())) ? Direction.of(1, 0) : Direction.of(0, 1);
    }
}
