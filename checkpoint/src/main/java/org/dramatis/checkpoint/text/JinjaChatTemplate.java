package org.dramatis.checkpoint.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.JsonFiles;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.text.jinja.RefusalException;
import org.dramatis.checkpoint.text.jinja.Template;
import org.dramatis.checkpoint.text.jinja.TemplateException;
import org.dramatis.checkpoint.text.jinja.Value;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.text.ChatTemplate;
import tools.jackson.databind.JsonNode;

/** The chat template of a model's folder. Some templates write the date: it is that of the clock. */
public final class JinjaChatTemplate implements ChatTemplate {
    private static final long MOST_BYTES = 1 << 20;

    private static final long STEPS = 20_000_000;

    private static final long STEPS_PER_CHARACTER = 100;

    private final String source;
    private final Template template;
    private final Map<String, String> specialTokens;
    private final Clock clock;

    private JinjaChatTemplate(String source, String text, Map<String, String> specialTokens, Clock clock) {
        this.source = source;
        this.specialTokens = specialTokens;
        this.clock = clock;
        try {
            template = Template.parse(text);
        } catch (TemplateException problem) {
            throw new CheckpointException(source + " cannot be read: " + problem.getMessage(), problem);
        }
    }

    /**
     * The template in {@code chat_template.jinja} or else in {@code tokenizer_config.json}; of several, the one named "default".
     * Empty for a model that was not made for chats.
     *
     * @throws CheckpointException when the template cannot be read
     */
    public static Optional<JinjaChatTemplate> find(ModelFolder folder, Clock clock) {
        Map<String, String> specialTokens = SpecialTokens.written(folder);
        return folder.find("chat_template.jinja")
                .map(file -> new JinjaChatTemplate(file.toString(), read(file), specialTokens, clock))
                .or(() -> folder.find("tokenizer_config.json")
                        .flatMap(file -> written(JsonFiles.object(file).path("chat_template"))
                                .map(text ->
                                        new JinjaChatTemplate(file + ": chat_template", text, specialTokens, clock))));
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new CheckpointException(file + " has " + Files.size(file) + " bytes: templates of more than "
                        + MOST_BYTES + " are not read");
            }
            return Files.readString(file);
        } catch (IOException problem) {
            throw new CheckpointException(file + " cannot be read: " + problem.getMessage(), problem);
        }
    }

    private static Optional<String> written(JsonNode template) {
        if (template.isString()) {
            return Optional.of(template.asString());
        }
        return template.valueStream()
                .filter(one -> one.path("name").asString("").equals("default"))
                .map(one -> one.path("template"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst();
    }

    /** @throws CheckpointException when the template does what has no meaning, or runs without end */
    @Override
    public String render(List<Turn> turns, boolean openReply) {
        Map<String, Value> variables = new HashMap<>();
        specialTokens.forEach((name, token) -> variables.put(name, Value.of(token)));
        variables.put(
                "messages",
                Value.list(turns.stream().map(JinjaChatTemplate::message).toList()));
        variables.put("add_generation_prompt", Value.of(openReply));
        variables.put("tools", Value.None.NONE);
        variables.put("documents", Value.None.NONE);
        long characters = turns.stream().mapToLong(turn -> turn.text().length()).sum();
        try {
            return template.render(variables, clock, STEPS + STEPS_PER_CHARACTER * characters);
        } catch (RefusalException refusal) {
            throw new IllegalArgumentException(
                    "the model's chat template refuses this conversation: " + refusal.getMessage(), refusal);
        } catch (TemplateException problem) {
            throw new CheckpointException(source + " cannot be rendered: " + problem.getMessage(), problem);
        }
    }

    private static Value message(Turn turn) {
        Map<String, Value> message = new LinkedHashMap<>();
        message.put("role", Value.of(turn.role().name().toLowerCase(Locale.ROOT)));
        message.put("content", Value.of(turn.text()));
        return Value.map(message);
    }
}
