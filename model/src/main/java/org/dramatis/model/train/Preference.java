package org.dramatis.model.train;

import org.dramatis.model.text.Tokens;

/** Two replies to one prompt, of which the first is to become likelier than the second. None of the three is empty. */
public record Preference(Tokens prompt, Tokens chosen, Tokens rejected) {
    public Preference {
        Checks.require(!prompt.isEmpty(), "a preference's prompt", prompt, "at least one token");
        Checks.require(!chosen.isEmpty(), "a chosen reply", chosen, "at least one token");
        Checks.require(!rejected.isEmpty(), "a rejected reply", rejected, "at least one token");
    }
}
