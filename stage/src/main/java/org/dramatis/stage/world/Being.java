package org.dramatis.stage.world;

import java.util.Locale;

/** As what a personality turns up in stories. */
public enum Being {
    PERSON,
    MACHINE,
    ANY;

    public boolean maybe(Being other) {
        return this == ANY || this == other;
    }

    /** As it is written in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
