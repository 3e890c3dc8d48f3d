package org.dramatis.store.data;

/** What a file is cut into. */
enum Unit {
    /** A line of text. */
    LINE("line", "a row is one object on one line"),
    /** An element of one list that is the whole file. */
    ELEMENT("element", "a row is one object, with a comma before the next"),
    /** A row of a table. */
    ROW("row", "a row is one object");

    private final String noun;
    private final String rule;

    Unit(String noun, String rule) {
        this.noun = noun;
        this.rule = rule;
    }

    String noun() {
        return noun;
    }

    /** What one has to be, for errors. */
    String rule() {
        return rule;
    }
}
