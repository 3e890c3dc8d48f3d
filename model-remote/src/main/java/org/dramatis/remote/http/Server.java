package org.dramatis.remote.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One server that is asked in JSON, again where it makes sense. Redirects are not followed and certificates must hold: what is sent
 * are a stranger's data and a key.
 */
public final class Server implements AutoCloseable {
    /** No answer to what is asked here is larger, by far. */
    private static final long MOST_BYTES = 256L << 20;

    private static final Duration CONNECTED = Duration.ofSeconds(10);

    /** Servers that have no number for a token say NaN, which JSON does not have: better read and refused by name. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(100)
                            .maxStringLength(1 << 26)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final ServerAddress address;
    private final Optional<ApiKey> key;
    private final Patience patience;
    private final Pace pace;
    private final Cost cost;
    private final RandomGenerator random;
    private final Clock clock;

    private final HttpClient client;

    private final AtomicLong breaks = new AtomicLong();

    public Server(
            ServerAddress address,
            Optional<ApiKey> key,
            Patience patience,
            Pace pace,
            Cost cost,
            RandomGenerator random,
            Clock clock) {
        this(address, key, patience, pace, cost, random, clock, client());
    }

    private Server(
            ServerAddress address,
            Optional<ApiKey> key,
            Patience patience,
            Pace pace,
            Cost cost,
            RandomGenerator random,
            Clock clock,
            HttpClient client) {
        this.address = address;
        this.key = key;
        this.patience = patience;
        this.pace = pace;
        this.cost = cost;
        this.random = random;
        this.clock = clock;
        this.client = client;
    }

    /** HTTP/1.1 on purpose: a connection each is what servers of models are made for, and some take the offer of HTTP/2 for an error. */
    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTED)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** The same, for questions of which most servers understand only some: nobody waits long for an answer to the others. */
    public Server tried() {
        return new Server(address, key, patience.brief(), pace, cost, random, clock, client);
    }

    public ServerAddress address() {
        return address;
    }

    public Pace pace() {
        return pace;
    }

    public Cost cost() {
        return cost;
    }

    /** How often the connection broke so far: behind a break another server may answer. */
    public long breaks() {
        return breaks.get();
    }

    /** What the OpenAI-compatible interface has at a place, {@code models} say. */
    public JsonNode list(String place) {
        return answer(request(address.compatible(place)).GET().build(), patience.brief());
    }

    /** Asks the OpenAI-compatible interface, {@code completions} say. */
    public JsonNode ask(String place, JsonNode question) {
        return answer(post(address.compatible(place), question), patience);
    }

    /** What the server's own interface has at a place, {@code props} say. */
    public JsonNode listOwn(String place) {
        return answer(request(address.own(place)).GET().build(), patience.brief());
    }

    /** Asks the server's own interface, {@code tokenize} say. */
    public JsonNode askOwn(String place, JsonNode question) {
        return answer(post(address.own(place), question), patience);
    }

    private HttpRequest.Builder request(URI place) {
        HttpRequest.Builder request = HttpRequest.newBuilder(place).header("Accept", "application/json");
        key.ifPresent(known -> request.header("Authorization", known.header()));
        return request;
    }

    private HttpRequest post(URI place, JsonNode question) {
        return request(place)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(question)))
                .build();
    }

    private JsonNode answer(HttpRequest request, Patience waits) {
        for (int failed = 0; ; ) {
            Attempt attempt = attempt(request, failed > 0);
            switch (attempt) {
                case Attempt.Answered(JsonNode answer) -> {
                    return answer;
                }
                case Attempt.Failed(String why, Optional<Duration> asked) -> {
                    failed++;
                    if (failed == waits.attempts()) {
                        throw new RemoteException(request.uri() + " failed " + failed
                                + (failed == 1 ? " time" : " times") + ", at last with: " + why);
                    }
                    pause(waits, failed, asked);
                }
            }
        }
    }

    private void pause(Patience waits, int failed, Optional<Duration> asked) {
        Duration own = waits.wait(failed, random);
        Duration wait = asked.filter(other -> other.compareTo(own) > 0).orElse(own);
        try {
            Thread.sleep(wait.compareTo(waits.longest()) > 0 ? waits.longest() : wait);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static RemoteException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new RemoteException("the server is no longer waited for", stopped);
    }

    private Attempt attempt(HttpRequest request, boolean again) {
        cost.request(again);
        CompletableFuture<HttpResponse<byte[]>> coming = client.sendAsync(request, body());
        try {
            // The client's own time limit ends with the headers; a body may hang too.
            return judged(request, coming.get(patience.answer().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            coming.cancel(true);
            pace.overloaded();
            return Attempt.failed("no answer within " + patience.answer().toSeconds() + " s");
        } catch (ExecutionException problem) {
            return broken(request, problem);
        } catch (InterruptedException stopped) {
            coming.cancel(true);
            throw interrupted(stopped);
        }
    }

    private static BodyHandler<byte[]> body() {
        return BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES);
    }

    private Attempt broken(HttpRequest request, ExecutionException problem) {
        breaks.incrementAndGet();
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        if (cause instanceof SSLException) {
            throw new RemoteException(
                    request.uri() + " has no certificate that holds: " + cause.getMessage()
                            + "; add its authority to the Java trust store (-Djavax.net.ssl.trustStore)",
                    problem);
        }
        if (!(cause instanceof IOException)) {
            throw new RemoteException(request.uri() + " cannot be asked: " + cause, problem);
        }
        return Attempt.failed(
                cause.getMessage() == null ? cause.getClass().getSimpleName() : String.valueOf(cause.getMessage()));
    }

    private Attempt judged(HttpRequest request, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 200) {
            try {
                JsonNode answer = JSON.readTree(response.body());
                return answer.isMissingNode() ? Attempt.failed("an empty answer") : new Attempt.Answered(answer);
            } catch (JacksonException problem) {
                return Attempt.failed("an answer that is no JSON: " + problem.getOriginalMessage());
            }
        }
        String said = status + " " + words(response);
        if (Status.isOverload(status)) {
            pace.overloaded();
        }
        if (Status.mayPass(status)) {
            return new Attempt.Failed(said, Status.asked(response.headers(), clock));
        }
        if (status / 100 == 3) {
            throw new RefusedException(
                    request.uri() + " sends on to '"
                            + response.headers().firstValue("Location").orElse("nowhere")
                            + "', which is not followed: give that address if you trust it",
                    status);
        }
        throw new RefusedException(request.uri() + " refuses with " + said, status);
    }

    /** What a server says when it does not answer: a sentence somewhere in JSON, or a page. */
    private String words(HttpResponse<byte[]> response) {
        String said = Status.words(response.body());
        return key.map(secret -> secret.hidden(said)).orElse(said);
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
