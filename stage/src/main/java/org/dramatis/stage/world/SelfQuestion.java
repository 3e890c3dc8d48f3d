package org.dramatis.stage.world;

import java.util.List;

/**
 * Something a persona may be asked about itself.
 *
 * @param about completes "On ... I say"
 * @param asks ways to ask it
 */
public record SelfQuestion(String about, List<String> asks) {
    public SelfQuestion {
        Entries.requireText("a question about oneself", "about", about);
        Entries.requireSome("the question about " + about, "asks", asks);
        asks = List.copyOf(asks);
    }
}
