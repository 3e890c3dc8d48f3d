package org.dramatis.remote.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a model is served: {@code https://host/v1?model=NAME}, or http on this machine.
 *
 * @param base under which the OpenAI-compatible interface is found, {@code https://host/v1} say
 * @param model of those served; empty where there is one
 */
public record ServerAddress(URI base, Optional<String> model) {
    private static final Pattern WEB = Pattern.compile("(?i)https?://.*");
    private static final String MODEL = "model=";

    /** Whether a text is meant as an address, and not as a folder. */
    public static boolean isOne(String text) {
        return WEB.matcher(text).matches();
    }

    /** @throws IllegalArgumentException when it is no address that may be used */
    public static ServerAddress parse(String text) {
        URI whole = uri(text);
        String host = whole.getHost();
        if (host == null) {
            throw refused(text, "names no host");
        }
        if (whole.getRawUserInfo() != null) {
            // Not quoted: what stands there is probably a password.
            throw new IllegalArgumentException("the address of " + host
                    + " holds a user or a key: give keys in DRAMATIS_API_KEY or with --key-file");
        }
        if (whole.getRawFragment() != null) {
            throw refused(text, "ends in '#" + whole.getRawFragment() + "', which no server is told");
        }
        if (whole.getScheme().equalsIgnoreCase("http") && !isLoopback(host)) {
            throw refused(
                    text, "is http on another machine, where anybody on the way can read and change it: use https");
        }
        return new ServerAddress(base(whole), model(host, whole.getRawQuery()));
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException problem) {
            throw refused(text, "is no address");
        }
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException(
                "'" + text + "' " + why + "; an address is https://HOST/v1?model=NAME, or http://127.0.0.1:PORT/v1");
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("[::1]") || name.matches("127(\\.\\d{1,3}){3}");
    }

    private static URI base(URI whole) {
        String path = whole.getRawPath().replaceAll("/+$", "");
        String port = whole.getPort() < 0 ? "" : ":" + whole.getPort();
        return URI.create(whole.getScheme().toLowerCase(Locale.ROOT) + "://" + whole.getHost() + port + path);
    }

    /** Nothing else is taken: what servers want there besides are keys. */
    private static Optional<String> model(String host, String query) {
        if (query == null || query.isEmpty()) {
            return Optional.empty();
        }
        if (!query.startsWith(MODEL) || query.contains("&") || query.length() == MODEL.length()) {
            throw new IllegalArgumentException(
                    "the address of " + host + " may end in ?model=NAME, and in nothing else behind the '?'");
        }
        return Optional.of(URLDecoder.decode(query.substring(MODEL.length()), StandardCharsets.UTF_8));
    }

    /** A place of the OpenAI-compatible interface, {@code completions} say. */
    URI compatible(String place) {
        return URI.create(base + "/" + place);
    }

    /** A place of the server's own interface, {@code props} say, which lies beside {@code v1}. */
    URI own(String place) {
        return URI.create(base.toString().replaceAll("/v1$", "") + "/" + place);
    }

    @Override
    public String toString() {
        return base + model.map(name -> "?" + MODEL + name).orElse("");
    }
}
