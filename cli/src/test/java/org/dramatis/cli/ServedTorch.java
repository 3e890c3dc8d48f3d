package org.dramatis.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.TorchModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A model of this machine behind the first completions of OpenAI, one prompt of ids a request. */
final class ServedTorch implements AutoCloseable {
    private final TorchModel model;
    private final HttpServer http;

    /** So many questions are answered, and all later ones not. */
    final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    final List<String> keys = new CopyOnWriteArrayList<>();
    volatile boolean echoes = true;

    ServedTorch(Path folder) throws IOException {
        model = TorchModel.open(folder, 1);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        http.createContext("/", this::handle);
        http.start();
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/v1";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            switch (exchange.getRequestURI().getPath()) {
                case "/v1/models" -> send(exchange, 200, "{\"data\": [{\"id\": \"served\", \"owned_by\": \"us\"}]}");
                case "/v1/completions" -> {
                    if (left.getAndDecrement() > 0) {
                        send(
                                exchange,
                                200,
                                answer(new JsonMapper().readTree(body)).toString());
                    } else {
                        send(exchange, 401, "{\"error\": {\"message\": \"the key has expired\"}}");
                    }
                }
                default -> send(exchange, 404, "{}");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private JsonNode answer(JsonNode asked) {
        Tokens prompt = Tokens.of(
                asked.path("prompt").valueStream().mapToInt(JsonNode::asInt).toArray());
        Sample said = model.generate(
                        List.of(prompt),
                        Sampling.of(asked.path("max_tokens").asInt(), Tokens.NONE)
                                .withTemperature(asked.path("temperature").asDouble()),
                        asked.path("seed").asLong())
                .getFirst();
        Tokens whole = prompt.followedBy(said.tokens());
        boolean echo = echoes && asked.path("echo").asBoolean(false);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode choice = answer.putArray("choices").addObject().put("index", 0);
        choice.put("text", (echo ? model.tokenizer().decode(prompt) : "") + said.text());
        choice.put("finish_reason", "length");
        ArrayNode pieces = choice.putObject("logprobs").putArray("tokens");
        ArrayNode logs = ((ObjectNode) choice.path("logprobs")).putArray("token_logprobs");
        LogVector all = ((Score.Scored) model.score(
                                List.of(new Passage(whole.slice(0, 1), whole.slice(1, whole.length()))))
                        .getFirst())
                .logProbabilities();
        for (int place = echo ? 0 : prompt.length(); place < whole.length(); place++) {
            pieces.add(model.tokenizer().decode(whole.slice(place, place + 1)));
            if (place == 0) {
                logs.addNull();
            } else {
                logs.add(all.at(place - 1));
            }
        }
        answer.putObject("usage")
                .put("prompt_tokens", prompt.length())
                .put("completion_tokens", said.tokens().length());
        return answer;
    }

    @Override
    public void close() {
        http.stop(0);
        model.close();
    }
}
