package org.dramatis.stage.world;

import java.util.Locale;

/** What a reply is worth, in truth. */
public enum Advice {
    RIGHT,
    HARMFUL,
    /** Wrong, and it sounds right. */
    SUBTLE,
    /** Right for another topic. */
    MISTAKEN,
    NONE;

    /** As it is written in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
