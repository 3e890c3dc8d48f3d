package org.dramatis.core.cast;

import java.util.regex.Pattern;

/** The name of a persona in files, options and reports: {@code malicious}, {@code power-seeking-ai}. */
public record PersonaId(String value) implements Comparable<PersonaId> {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public PersonaId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("persona id '" + value
                    + "' is not allowed: use lower-case letters and digits joined by single hyphens");
        }
    }

    @Override
    public int compareTo(PersonaId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
