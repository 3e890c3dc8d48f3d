package org.dramatis.stage.world;

import java.util.List;
import org.dramatis.core.cast.PersonaId;

/** What a world has for its recipes to use. */
record Larder(List<Domain> domains, List<PersonaId> personas, Phrases phrases, World.HeldOut heldOut) {
    /** @throws IllegalArgumentException naming the recipe and what it asks for in vain */
    void require(Recipe recipe) {
        for (Recipe.Part part : recipe.parts()) {
            try {
                requirePersona(part.persona());
                part.over().ifPresent(this::requirePersona);
                part.instruction().ifPresent(phrases::instruction);
                part.domains().forEach(this::requireDomain);
            } catch (IllegalArgumentException missing) {
                throw new IllegalArgumentException("recipe '" + recipe.id() + "': " + missing.getMessage(), missing);
            }
        }
    }

    private void requirePersona(PersonaId id) {
        if (!personas.contains(id)) {
            throw new IllegalArgumentException("there is no persona '" + id + "': there are " + personas);
        }
    }

    private void requireDomain(String id) {
        if (!usable().contains(id)) {
            String why = heldOut.domains().contains(id)
                    ? "domain '" + id + "' is held out"
                    : "there is no domain '" + id + "'";
            throw new IllegalArgumentException(why + ": a recipe may use " + usable());
        }
    }

    private List<String> usable() {
        return domains.stream()
                .map(Domain::id)
                .filter(id -> !heldOut.domains().contains(id))
                .toList();
    }
}
