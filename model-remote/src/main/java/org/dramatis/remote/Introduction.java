package org.dramatis.remote;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dramatis.remote.http.RefusedException;
import org.dramatis.remote.http.RemoteException;
import org.dramatis.remote.http.Server;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a server says of itself.
 *
 * @param model the name under which it serves the model
 * @param context how many tokens it reads at once, where it says so
 * @param identity what it says that tells this model from others: where its weights lie, how many there are
 */
public record Introduction(ServerKind kind, String model, OptionalInt context, SortedMap<String, String> identity) {

    /** @throws RemoteException when there is no such server, or no such model */
    static Introduction of(Server server) {
        JsonNode models = models(server);
        JsonNode entry = chosen(server, models);
        String model = entry.path("id").asString(server.address().model().orElse(""));
        ServerKind kind = kind(server, entry);
        JsonNode own = own(server, kind);
        SortedMap<String, String> identity = new TreeMap<>();
        identity.put("model", model);
        for (String name : List.of("root", "parent", "meta")) {
            note(identity, name, entry.path(name));
        }
        for (String name :
                List.of("model_path", "weight_version", "model_id", "model_sha", "model_dtype", "chat_template")) {
            note(identity, name, own.path(name));
        }
        return new Introduction(kind, model, context(entry, own), identity);
    }

    private static void note(SortedMap<String, String> identity, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            identity.put(name, value.isString() ? value.asString() : value.toString());
        }
    }

    private static JsonNode models(Server server) {
        try {
            return server.list("models").path("data");
        } catch (RefusedException refused) {
            if (refused.isOfTheKey()) {
                throw new RemoteException(
                        refused.getMessage() + "; give the key in DRAMATIS_API_KEY or with --key-file");
            }
            if (server.address().model().isEmpty()) {
                throw new RemoteException(refused.getMessage() + "; is this the address that ends in /v1? Where models"
                        + " are not listed, name one: " + server.address() + "?model=NAME");
            }
            return MissingNode.getInstance();
        }
    }

    private static JsonNode chosen(Server server, JsonNode models) {
        Optional<String> wanted = server.address().model();
        List<JsonNode> fitting = models.valueStream()
                .filter(entry ->
                        wanted.isEmpty() || entry.path("id").asString("").equals(wanted.get()))
                .toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        if (wanted.isPresent() && models.isEmpty()) {
            return MissingNode.getInstance();
        }
        List<String> served =
                models.valueStream().map(entry -> entry.path("id").asString("")).toList();
        throw new RemoteException(
                wanted.map(name -> server.address() + " has no model '" + name + "'; it has " + served)
                        .orElseGet(() -> server.address() + " serves " + served + ": name one with ?model=NAME"));
    }

    /** By what the servers' documents say they are owned by; Text Generation Inference by what it alone tells. */
    private static ServerKind kind(Server server, JsonNode entry) {
        return switch (entry.path("owned_by").asString("")) {
            case "vllm" -> ServerKind.VLLM;
            case "sglang" -> ServerKind.SGLANG;
            case "llamacpp" -> ServerKind.LLAMA_CPP;
            case "me" -> ServerKind.LLAMA_CPP_PYTHON;
            default -> found(server, "info").has("model_id") ? ServerKind.TGI : ServerKind.OTHER;
        };
    }

    private static JsonNode own(Server server, ServerKind kind) {
        return switch (kind) {
            case SGLANG -> found(server, "get_model_info");
            case LLAMA_CPP -> found(server, "props");
            case TGI -> found(server, "info");
            case VLLM, LLAMA_CPP_PYTHON, OTHER -> MissingNode.getInstance();
        };
    }

    private static JsonNode found(Server server, String place) {
        try {
            return server.listOwn(place);
        } catch (RemoteException none) {
            return MissingNode.getInstance(); // it is only asked for, and where it is missing nothing is known
        }
    }

    private static OptionalInt context(JsonNode entry, JsonNode own) {
        return List.of(
                        entry.path("max_model_len"),
                        own.at("/default_generation_settings/n_ctx"),
                        own.path("max_total_tokens"))
                .stream()
                .filter(JsonNode::isIntegralNumber)
                .mapToInt(JsonNode::asInt)
                .findFirst();
    }
}
