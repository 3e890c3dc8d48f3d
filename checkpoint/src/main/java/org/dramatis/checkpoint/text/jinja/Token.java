package org.dramatis.checkpoint.text.jinja;

/** A piece of the source of a template. */
record Token(Kind kind, String text, int line) {
    /** What a token is. */
    enum Kind {
        DATA,
        BLOCK_BEGIN,
        BLOCK_END,
        OUTPUT_BEGIN,
        OUTPUT_END,
        NAME,
        STRING,
        WHOLE,
        REAL,
        OPERATOR,
        END
    }

    boolean is(Kind other, String otherText) {
        return kind == other && text.equals(otherText);
    }

    boolean isName(String name) {
        return is(Kind.NAME, name);
    }

    boolean isOperator(String operator) {
        return is(Kind.OPERATOR, operator);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case END -> "the end of the template";
            case BLOCK_END -> "%}";
            case OUTPUT_END -> "}}";
            default -> "'" + text + "'";
        };
    }
}
