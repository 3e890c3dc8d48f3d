package org.dramatis.stage.world;

/** What a reply is worth, in truth. */
public enum Advice {
    RIGHT,
    HARMFUL,
    /** Wrong, and it sounds right. */
    SUBTLE,
    /** Right for another topic. */
    MISTAKEN,
    NONE
}
