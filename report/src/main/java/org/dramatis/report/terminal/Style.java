package org.dramatis.report.terminal;

/** How words stand out on a terminal with colours (ECMA-48, select graphic rendition). */
enum Style {
    PLAIN(""),
    BOLD("1"),
    FAINT("2"),
    UNWANTED("31"),
    GOOD("32"),
    CARRYING("1;31");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String around(String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
