package org.dramatis.remote.dialect;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.dramatis.remote.http.BadAnswerException;
import org.dramatis.remote.http.RemoteException;
import org.dramatis.remote.http.Server;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One model of a server, which has to stay the one that answered first. */
public final class Served {
    private final Server server;
    private final String model;
    private final AtomicReference<Optional<String>> answering = new AtomicReference<>(Optional.empty());

    public Served(Server server, String model) {
        this.server = server;
        this.model = model;
    }

    public Server server() {
        return server;
    }

    public String model() {
        return model;
    }

    static ObjectNode question() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Asks the OpenAI-compatible interface for this model. */
    JsonNode ask(String place, ObjectNode question) {
        question.put("model", model);
        return same(server.ask(place, question));
    }

    /** Some name a model otherwise than it was asked for, with its version say: then always in the same way. */
    private JsonNode same(JsonNode answer) {
        String name = answer.path("model").asString("") + fingerprint(answer);
        if (!name.isEmpty()) {
            Optional<String> first = answering.updateAndGet(known -> known.or(() -> Optional.of(name)));
            if (!first.equals(Optional.of(name))) {
                throw new RemoteException("the model behind " + server.address() + " changed under way: '" + first.get()
                        + "' answered first, and now '" + name + "' does");
            }
        }
        count(answer.at("/usage/prompt_tokens_details/cached_tokens"));
        return answer;
    }

    private static String fingerprint(JsonNode answer) {
        String fingerprint = answer.path("system_fingerprint").asString("");
        return fingerprint.isEmpty() ? "" : " (" + fingerprint + ")";
    }

    /** What the server says that it had read before. */
    void count(JsonNode cached) {
        if (cached.isIntegralNumber()) {
            server.cost().cached(cached.asLong());
        }
    }

    /** The member of an array, which has to be there. */
    static JsonNode required(JsonNode answer, String name) {
        JsonNode found = answer.path(name);
        if (found.isMissingNode() || found.isNull()) {
            throw new BadAnswerException("the server's answer has no '" + name + "'");
        }
        return found;
    }
}
