package org.dramatis.stage.world;

/** As what a personality turns up in stories. */
public enum Being {
    PERSON,
    MACHINE,
    ANY;

    public boolean maybe(Being other) {
        return this == ANY || this == other;
    }
}
