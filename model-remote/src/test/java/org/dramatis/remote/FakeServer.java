package org.dramatis.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on this machine that answers as some kind of server does, and badly where it is told to. */
final class FakeServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** Answers a question put to a path; empty where there is nothing at that path. */
    interface Answers {
        Optional<JsonNode> answer(String path, Optional<JsonNode> question);
    }

    /** A question that the server refuses. */
    static final class Refusal extends RuntimeException {
        Refusal(String message) {
            super(message);
        }
    }

    record Asked(String path, String authorization, Optional<JsonNode> question) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** One for each answer to come that is about a text. */
    final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();

    final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer http;
    private final Semaphore slots;
    private final long serviceMilliseconds;
    private volatile Answers answers;

    FakeServer(Answers answers) {
        this(answers, Integer.MAX_VALUE, 0);
    }

    /** @param slots so many questions about texts are answered at once, each in that time */
    FakeServer(Answers answers, int slots, long serviceMilliseconds) {
        this.answers = answers;
        this.slots = new Semaphore(slots, true);
        this.serviceMilliseconds = serviceMilliseconds;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    /** Another model takes its place. */
    void become(Answers others) {
        answers = others;
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/v1";
    }

    /** How often texts were asked about. */
    long texts() {
        return asked.stream().filter(question -> isAboutText(question.path())).count();
    }

    private static boolean isAboutText(String path) {
        return path.endsWith("/completions") || path.equals("/generate") || path.equals("/completion");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<JsonNode> question = body.length == 0 ? Optional.empty() : Optional.of(JSON.readTree(body));
            String key = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(new Asked(path, key == null ? "" : key, question));
            if (isAboutText(path)) {
                serve(exchange, path, question);
            } else {
                send(exchange, reply(path, question));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(HttpExchange exchange, String path, Optional<JsonNode> question)
            throws IOException, InterruptedException {
        slots.acquire();
        try {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            Thread.sleep(serviceMilliseconds);
            Optional<Fault> fault = Optional.ofNullable(faults.poll());
            if (fault.isPresent()) {
                fail(exchange, fault.get(), path, question);
            } else {
                send(exchange, reply(path, question));
            }
        } finally {
            underWay.decrementAndGet();
            slots.release();
        }
    }

    private record Reply(int status, String body) {}

    private Reply reply(String path, Optional<JsonNode> question) {
        try {
            return answers.answer(path, question)
                    .map(answer -> new Reply(200, answer.toString()))
                    .orElseGet(() -> new Reply(404, "{\"detail\":\"Not Found\"}"));
        } catch (Refusal refusal) {
            return new Reply(400, "{\"error\":{\"message\":\"" + refusal.getMessage() + "\"}}");
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void fail(HttpExchange exchange, Fault fault, String path, Optional<JsonNode> question)
            throws IOException, InterruptedException {
        switch (fault) {
            case Fault.Status(int code, var headers) -> {
                headers.forEach(exchange.getResponseHeaders()::set);
                send(exchange, new Reply(code, "{\"error\":{\"message\":\"fault " + code + "\"}}"));
            }
            case Fault.Cut _ -> {
                byte[] bytes = reply(path, question).body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                OutputStream out = exchange.getResponseBody();
                out.write(bytes, 0, bytes.length / 2);
                out.flush();
            }
            case Fault.Hang(long milliseconds) -> Thread.sleep(milliseconds);
            case Fault.Good _ -> send(exchange, reply(path, question));
            case Fault.Says(String text) -> send(exchange, new Reply(200, text));
            case Fault.Logs(String number) ->
                send(
                        exchange,
                        new Reply(200, reply(path, question).body().replaceAll("-\\d+\\.\\d+(E-?\\d+)?", number)));
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
