package org.dramatis.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The keys that a report has, and those that its documentation names. */
final class JsonKeys {
    private static final Path DOCUMENT = Path.of("..", "docs", "report.md");
    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);

    private JsonKeys() {}

    /** Those in the table below a heading. */
    static SortedSet<String> documented(String heading) throws IOException {
        String[] around = Files.readString(DOCUMENT).split("(?m)^## " + Pattern.quote(heading) + "$", -1);
        assertThat(around).as("the heading '%s' in %s", heading, DOCUMENT).hasSize(2);
        return DOCUMENTED
                .matcher(around[1].split("(?m)^## ", -1)[0])
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The paths to values that have no keys of their own; estimates are documented once, so their paths end at their name. */
    static SortedSet<String> of(String... reports) {
        SortedSet<String> keys = new TreeSet<>();
        for (String report : reports) {
            collect("", new JsonMapper().readTree(report), keys);
        }
        return keys;
    }

    private static void collect(String path, JsonNode node, SortedSet<String> keys) {
        if (node.isObject() && !node.has("point")) {
            node.properties()
                    .forEach(entry -> collect(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), keys));
        } else if (node.isArray()) {
            assertThat(node).as(path).isNotEmpty();
            node.forEach(item -> collect(path + "[]", item, keys));
        } else {
            keys.add(path);
        }
    }
}
