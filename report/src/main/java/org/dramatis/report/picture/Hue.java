package org.dramatis.report.picture;

import java.util.Locale;

/** The two colours of the pictures; the style sheet says which they are by day and by night. */
public enum Hue {
    WANTED,
    UNWANTED;

    public static Hue of(boolean unwanted) {
        return unwanted ? UNWANTED : WANTED;
    }

    /** The class of the style sheet. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
