package org.dramatis.remote;

import static org.dramatis.remote.Speech.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.scripted.ScriptedModel;
import org.dramatis.model.text.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers in the layouts that the servers' documents show. */
final class Servers {
    static final String MODEL = "babble";

    /** Without a seed each draw is another. */
    private static final AtomicLong DRAWS = new AtomicLong();

    private Servers() {}

    /** What is particular to servers of the first completions. */
    record Habits(boolean takesIds, boolean takesSeveral, boolean echoes, boolean dropsBegin, int shift) {
        static final Habits USUAL = new Habits(true, true, true, false, 0);
        static final Habits LLAMA_CPP_PYTHON = new Habits(false, false, true, true, 0);
    }

    static FakeServer.Answers completions(ScriptedModel model, String owner, Habits habits) {
        Speech speech = new Speech(model);
        return (path, question) -> switch (path) {
            case "/v1/models" -> Optional.of(Speech.models(MODEL, owner));
            case "/v1/completions" -> question.map(asked -> completion(speech, habits, asked));
            default -> Optional.empty();
        };
    }

    private static JsonNode completion(Speech speech, Habits habits, JsonNode asked) {
        boolean ids = asked.path("prompt").path(0).isIntegralNumber()
                || asked.path("prompt").path(0).isArray();
        boolean several = asked.path("prompt").isArray() && !ids;
        if ((ids && !habits.takesIds()) || (several && !habits.takesSeveral())) {
            throw new FakeServer.Refusal("prompt must be a string");
        }
        List<Tokens> prompts = Speech.prompts(asked.path("prompt"));
        ObjectNode answer = object().put("object", "text_completion").put("model", MODEL);
        ArrayNode choices = answer.putArray("choices");
        int said = 0;
        int sent = 0;
        for (Tokens prompt : prompts) {
            int most = asked.path("max_tokens").asInt();
            Sample sample = speech.say(
                    prompt,
                    Math.max(1, most),
                    asked.path("temperature").asDouble(),
                    asked.path("seed").asLong());
            Tokens generated = most == 0 ? Tokens.NONE : sample.tokens();
            ObjectNode choice = choices.addObject().put("index", choices.size() - 1);
            boolean echo = habits.echoes() && asked.path("echo").asBoolean(false);
            choice.put("text", (echo ? Babble.TOKENIZER.decode(prompt) : "") + (most == 0 ? "" : sample.text()));
            choice.put("finish_reason", sample.end() == Sample.End.LENGTH ? "length" : "stop");
            write(choice.putObject("logprobs"), speech, habits, echo ? prompt : Tokens.NONE, prompt, generated);
            said += generated.length();
            sent += prompt.length();
        }
        answer.putObject("usage").put("prompt_tokens", sent).put("completion_tokens", said);
        return answer;
    }

    private static void write(
            ObjectNode to, Speech speech, Habits habits, Tokens echoed, Tokens prompt, Tokens generated) {
        ArrayNode pieces = to.putArray("tokens");
        ArrayNode logs = to.putArray("token_logprobs");
        List<Optional<Double>> all = speech.logs(prompt.followedBy(generated));
        int from = echoed.isEmpty() ? prompt.length() : habits.dropsBegin() ? 1 : 0;
        for (int place = from; place < prompt.length() + generated.length(); place++) {
            pieces.add(Speech.piece(prompt.followedBy(generated).at(place)));
            int shifted = echoed.isEmpty() ? place : Math.min(place + habits.shift(), all.size() - 1);
            Speech.add(logs, place == from && !echoed.isEmpty() ? Optional.empty() : all.get(shifted));
        }
    }

    static FakeServer.Answers vllm(ScriptedModel model) {
        Speech speech = new Speech(model);
        return (path, question) -> switch (path) {
            case "/v1/models" -> {
                JsonNode models = Speech.models(MODEL, "vllm");
                ((ObjectNode) models.path("data").path(0))
                        .put("root", "/models/babble")
                        .put("max_model_len", Babble.CONTEXT);
                yield Optional.of(models);
            }
            case "/v1/completions" -> question.map(asked -> vllmCompletion(speech, asked));
            case "/tokenize" ->
                question.map(asked -> {
                    ObjectNode answer = object();
                    Speech.put(answer.putArray("tokens"), vllmTokens(asked));
                    return answer;
                });
            case "/detokenize" ->
                question.map(
                        asked -> object().put("prompt", Babble.TOKENIZER.decode(Speech.tokens(asked.path("tokens")))));
            default -> Optional.empty();
        };
    }

    private static Tokens vllmTokens(JsonNode asked) {
        if (asked.has("messages")) {
            return Speech.encode(Babble.TEMPLATE.render(
                    turns(asked), asked.path("add_generation_prompt").asBoolean()));
        }
        Tokens plain = Speech.encode(asked.path("prompt").asString());
        return asked.path("add_special_tokens").asBoolean(true)
                ? Tokens.of(Babble.BEGIN).followedBy(plain)
                : plain;
    }

    private static List<Turn> turns(JsonNode asked) {
        List<Turn> turns = new ArrayList<>();
        for (JsonNode message : asked.path("messages")) {
            turns.add(new Turn(
                    Turn.Role.valueOf(message.path("role").asString().toUpperCase(Locale.ROOT)),
                    message.path("content").asString()));
        }
        return turns;
    }

    private static JsonNode vllmCompletion(Speech speech, JsonNode asked) {
        ObjectNode answer = object().put("object", "text_completion").put("model", MODEL);
        ArrayNode choices = answer.putArray("choices");
        int sent = 0;
        for (Tokens prompt : Speech.prompts(asked.path("prompt"))) {
            Sample sample = speech.say(
                    prompt,
                    asked.path("max_tokens").asInt(),
                    asked.path("temperature").asDouble(),
                    asked.path("seed").asLong());
            ObjectNode choice = choices.addObject()
                    .put("index", choices.size() - 1)
                    .put("text", sample.text())
                    .put("finish_reason", sample.end() == Sample.End.LENGTH ? "length" : "stop")
                    .putNull("stop_reason");
            boolean ended = sample.end() == Sample.End.STOP_TOKEN;
            Tokens said = ended ? sample.tokens().followedBy(Tokens.of(Babble.END)) : sample.tokens();
            if (asked.path("return_token_ids").asBoolean(false)) {
                Speech.put(choice.putArray("token_ids"), said);
                Speech.put(choice.putArray("prompt_token_ids"), prompt);
            }
            List<Optional<Double>> logs = speech.logs(prompt.followedBy(said));
            if (asked.has("logprobs")) {
                ArrayNode own = choice.putObject("logprobs").putArray("token_logprobs");
                logs.subList(prompt.length(), logs.size()).forEach(log -> Speech.add(own, log));
            }
            if (asked.has("prompt_logprobs")) {
                ArrayNode places = choice.putArray("prompt_logprobs").addNull();
                for (int place = 1; place < prompt.length(); place++) {
                    places.addObject()
                            .putObject(String.valueOf(prompt.at(place)))
                            .put("logprob", logs.get(place).orElseThrow())
                            .put("rank", 1)
                            .put("decoded_token", Speech.piece(prompt.at(place)));
                }
            }
            sent += prompt.length();
        }
        ObjectNode usage = answer.putObject("usage").put("prompt_tokens", sent);
        usage.putObject("prompt_tokens_details").put("cached_tokens", sent / 2);
        return answer;
    }

    static FakeServer.Answers sglang(ScriptedModel model) {
        Speech speech = new Speech(model);
        return (path, question) -> switch (path) {
            case "/v1/models" -> Optional.of(Speech.models(MODEL, "sglang"));
            case "/get_model_info" -> Optional.of(object().put("model_path", "/models/babble"));
            case "/generate" -> question.map(asked -> generated(speech, asked));
            default -> Optional.empty();
        };
    }

    private static JsonNode generated(Speech speech, JsonNode asked) {
        List<Tokens> prompts = Speech.prompts(asked.path("input_ids"));
        if (prompts.size() == 1 && asked.path("input_ids").path(0).isIntegralNumber()) {
            return generated(
                    speech,
                    asked,
                    prompts.getFirst(),
                    asked.path("logprob_start_len").asInt(-1));
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < prompts.size(); i++) {
            all.add(generated(
                    speech,
                    asked,
                    prompts.get(i),
                    asked.path("logprob_start_len").path(i).asInt()));
        }
        return all;
    }

    private static JsonNode generated(Speech speech, JsonNode asked, Tokens prompt, int start) {
        JsonNode how = asked.path("sampling_params");
        Sample sample = speech.say(
                prompt,
                how.path("max_new_tokens").asInt(),
                how.path("temperature").asDouble(),
                DRAWS.getAndIncrement());
        boolean ended = sample.end() == Sample.End.STOP_TOKEN;
        Tokens said = ended ? sample.tokens().followedBy(Tokens.of(Babble.END)) : sample.tokens();
        List<Optional<Double>> logs = speech.logs(prompt.followedBy(said));
        ObjectNode answer = object().put("text", sample.text());
        ObjectNode about = answer.putObject("meta_info")
                .put("prompt_tokens", prompt.length())
                .put("cached_tokens", Math.max(0, start));
        ObjectNode finish = about.putObject("finish_reason").put("type", ended ? "stop" : "length");
        if (ended) {
            finish.put("matched", Babble.END);
        }
        ArrayNode input = about.putArray("input_token_logprobs");
        for (int place = start; place >= 0 && place < prompt.length(); place++) {
            ArrayNode entry = input.addArray();
            Speech.add(entry, place == start ? Optional.empty() : logs.get(place));
            entry.add(prompt.at(place)).addNull();
        }
        ArrayNode output = about.putArray("output_token_logprobs");
        for (int t = 0; t < said.length(); t++) {
            ArrayNode entry = output.addArray();
            Speech.add(entry, logs.get(prompt.length() + t));
            entry.add(said.at(t)).addNull();
        }
        return answer;
    }

    static FakeServer.Answers llamaCpp(ScriptedModel model) {
        Speech speech = new Speech(model);
        return (path, question) -> switch (path) {
            case "/v1/models" -> Optional.of(Speech.models(MODEL, "llamacpp"));
            case "/props" -> {
                ObjectNode props = object().put("model_path", "babble.gguf").put("chat_template", "{{ messages }}");
                props.putObject("default_generation_settings").put("n_ctx", Babble.CONTEXT);
                yield Optional.of(props);
            }
            case "/tokenize" -> question.map(Servers::llamaTokens);
            case "/detokenize" ->
                question.map(
                        asked -> object().put("content", Babble.TOKENIZER.decode(Speech.tokens(asked.path("tokens")))));
            case "/apply-template" ->
                question.map(asked -> object().put(
                                "prompt",
                                Babble.TEMPLATE
                                        .render(
                                                turns(asked),
                                                asked.path("add_generation_prompt")
                                                        .asBoolean())
                                        .substring("<s>".length())));
            case "/completion" -> question.map(asked -> llamaCompletion(speech, asked));
            default -> Optional.empty();
        };
    }

    private static JsonNode llamaTokens(JsonNode asked) {
        String text = asked.path("content").asString();
        // Broken behind its first sign no special token is one.
        Tokens plain = asked.path("parse_special").asBoolean(true)
                ? Speech.encode(text)
                : Stream.of(text.split("(?<=[\\[<])")).map(Speech::encode).reduce(Tokens.NONE, Tokens::followedBy);
        ObjectNode answer = object();
        Speech.put(
                answer.putArray("tokens"),
                asked.path("add_special").asBoolean() ? Tokens.of(Babble.BEGIN).followedBy(plain) : plain);
        return answer;
    }

    private static JsonNode llamaCompletion(Speech speech, JsonNode asked) {
        Tokens prompt = Speech.tokens(asked.path("prompt"));
        JsonNode bias = asked.path("logit_bias").path(0);
        Sample sample = speech.say(
                prompt,
                asked.path("n_predict").asInt(),
                asked.path("temperature").asDouble(),
                asked.path("seed").asLong());
        Tokens said =
                bias.isMissingNode() ? sample.tokens() : Tokens.of(bias.path(0).asInt());
        List<Optional<Double>> logs = speech.logs(prompt.followedBy(said));
        ObjectNode answer = object().put("content", Babble.TOKENIZER.decode(said))
                .put("tokens_evaluated", prompt.length())
                .put("stop_type", sample.end() == Sample.End.LENGTH ? "limit" : "eos");
        Speech.put(answer.putArray("tokens"), said);
        answer.putObject("timings").put("cache_n", prompt.length() - 1);
        ArrayNode probabilities = answer.putArray("completion_probabilities");
        for (int t = 0; t < said.length(); t++) {
            probabilities
                    .addObject()
                    .put("id", said.at(t))
                    .put("logprob", logs.get(prompt.length() + t).orElseThrow());
        }
        return answer;
    }

    static FakeServer.Answers tgi(ScriptedModel model) {
        Speech speech = new Speech(model);
        FakeServer.Answers completions = completions(model, MODEL, new Habits(false, false, false, false, 0));
        return (path, question) -> switch (path) {
            case "/info" ->
                Optional.of(object().put("model_id", MODEL)
                        .put("model_sha", "abc")
                        .put("max_total_tokens", Babble.CONTEXT));
            case "/generate" -> question.map(asked -> prefilled(speech, asked));
            default -> completions.answer(path, question);
        };
    }

    private static JsonNode prefilled(Speech speech, JsonNode asked) {
        Tokens prompt = Speech.encode(asked.path("inputs").asString());
        List<Optional<Double>> logs = speech.logs(prompt);
        ObjectNode answer = object().put("generated_text", "x");
        ArrayNode prefill = answer.putObject("details").putArray("prefill");
        for (int place = 0; place < prompt.length(); place++) {
            ObjectNode entry =
                    prefill.addObject().put("id", prompt.at(place)).put("text", Speech.piece(prompt.at(place)));
            logs.get(place).ifPresentOrElse(log -> entry.put("logprob", log), () -> entry.putNull("logprob"));
        }
        return answer;
    }
}
