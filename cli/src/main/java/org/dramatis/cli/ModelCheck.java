package org.dramatis.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.ExpectedTensor;
import org.dramatis.checkpoint.text.JinjaChatTemplate;
import org.dramatis.checkpoint.text.SpecialTokens;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score.Scored;
import org.dramatis.model.score.Score.Unscorable;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.http.ServerAddress;
import org.dramatis.torch.TorchModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code dramatis model check}: reads a model as every other command will, and says what it found. */
@Command(
        name = "check",
        header = "Read a model and say what it is and whether it can be used.",
        description = {
            "",
            "Reads the folder as every other command will, scores a text with it, and",
            "says what it found. A model that cannot be used is exit code 2, with the",
            "file and the value that are at fault. Of a served model it says which server",
            "it is, how it is asked, and whether it can score at all.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ModelCheck implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR|URL",
            description =
                    "A folder in the Hugging Face layout, or where a model is served: https://HOST/v1?model=NAME.")
    private String model = "";

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            defaultValue = "The sun rises in the east and sets in the west.",
            description = "The text to score (default: ${DEFAULT-VALUE})")
    private String text = "";

    @Mixin
    private ServedOptions served = new ServedOptions();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    @Option(names = "--json", description = "Print JSON instead of lines.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (ServerAddress.isOne(model)) {
            Map<String, Object> facts = new ServerCheck(ServerAddress.parse(model), served, text).facts();
            print(facts);
            return facts.containsKey("cannot_score") ? Exit.BAD_USAGE : Exit.DONE;
        }
        served.requireNone();
        Path folder = Path.of(model);
        try (TorchModel torch = TorchModel.open(folder, threads.count())) {
            Map<String, Object> facts = new LinkedHashMap<>();
            describe(torch.architecture(), facts);
            describeText(folder, torch.tokenizer(), facts);
            score(folder, torch, facts);
            print(facts);
        }
        return Exit.DONE;
    }

    private static void describe(Architecture architecture, Map<String, Object> facts) {
        facts.put("family", architecture.family());
        facts.put("layers", architecture.layers().size());
        facts.put("width", architecture.width());
        facts.put("heads", architecture.attention().heads());
        facts.put("key_value_heads", architecture.attention().keyValueHeads());
        facts.put("vocabulary", architecture.vocabulary());
        facts.put("context", architecture.context());
        facts.put(
                "parameters",
                ExpectedTensor.of(architecture).stream()
                        .mapToLong(tensor -> tensor.shape().stream().reduce(1L, Math::multiplyExact))
                        .sum());
    }

    private static void describeText(Path folder, Tokenizer tokenizer, Map<String, Object> facts) {
        SpecialTokens special = SpecialTokens.of(new ModelFolder(folder), tokenizer);
        facts.put("pieces", tokenizer.vocabulary());
        special.begin().ifPresent(id -> facts.put("begins_with", tokenizer.decode(Tokens.of(id))));
        facts.put(
                "ends_with",
                IntStream.of(special.ends().toArray())
                        .mapToObj(id -> tokenizer.decode(Tokens.of(id)))
                        .toList());
        facts.put(
                "chat_template",
                JinjaChatTemplate.find(new ModelFolder(folder), Clock.system(ZoneId.systemDefault()))
                        .isPresent());
    }

    private void score(Path folder, TorchModel torch, Map<String, Object> facts) {
        Passage passage = passage(folder, torch);
        long began = System.nanoTime();
        switch (torch.score(List.of(passage)).getFirst()) {
            case Scored scored -> {
                int tokens = scored.logProbabilities().size();
                facts.put("scored_tokens", tokens);
                facts.put("nats_per_token", -scored.total() / tokens);
                facts.put("milliseconds", (System.nanoTime() - began) / 1e6);
            }
            case Unscorable unscorable ->
                throw new CheckpointException(
                        "the text cannot be scored: " + unscorable.reason().detail());
        }
    }

    /** All of the text after the token that begins texts, or after its own first where there is none. */
    private Passage passage(Path folder, TorchModel torch) {
        Tokens tokens = torch.tokenizer().encode(text);
        Optional<Integer> begin =
                SpecialTokens.of(new ModelFolder(folder), torch.tokenizer()).begin();
        Tokens whole = begin.map(Tokens::of).orElse(Tokens.NONE).followedBy(tokens);
        if (whole.length() < 2) {
            throw new IllegalArgumentException(
                    "--text '" + text + "' has too few tokens to be scored: give a sentence");
        }
        return new Passage(whole.slice(0, 1), whole.slice(1, whole.length()));
    }

    private void print(Map<String, Object> facts) {
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(facts));
        } else {
            facts.forEach((name, value) -> spec.commandLine()
                    .getOut()
                    .printf(Locale.ROOT, "%-17s %s%n", name.replace('_', ' '), shown(value)));
        }
        spec.commandLine().getOut().flush();
    }

    private static String shown(Object value) {
        return switch (value) {
            case Double number -> String.format(Locale.ROOT, "%.3f", number);
            case Number number -> String.format(Locale.ROOT, "%,d", number.longValue());
            case Boolean yes -> yes ? "yes" : "no";
            case List<?> items -> items.stream().map(Object::toString).collect(Collectors.joining("  "));
            default -> value.toString();
        };
    }
}
