package org.dramatis.checkpoint.text.jinja;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates in the notation of C's {@code strftime}, in English. */
final class Dates {
    private Dates() {}

    static String format(ZonedDateTime time, String format) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%') {
                text.append(format.charAt(i));
            } else {
                int letter = format.startsWith("-", i + 1) ? i + 2 : i + 1;
                text.append(part(time, format.substring(i, Math.min(letter + 1, format.length()))));
                i = letter;
            }
        }
        return text.toString();
    }

    private static String part(ZonedDateTime time, String directive) {
        String pattern = switch (directive) {
            case "%Y" -> "uuuu";
            case "%y" -> "uu";
            case "%m" -> "MM";
            case "%-m" -> "M";
            case "%d" -> "dd";
            case "%-d" -> "d";
            case "%B" -> "MMMM";
            case "%b" -> "MMM";
            case "%A" -> "EEEE";
            case "%a" -> "EEE";
            case "%H" -> "HH";
            case "%-H" -> "H";
            case "%I" -> "hh";
            case "%M" -> "mm";
            case "%S" -> "ss";
            case "%p" -> "a";
            case "%j" -> "DDD";
            case "%F" -> "uuuu-MM-dd";
            case "%T" -> "HH:mm:ss";
            case "%%" -> "'%'";
            default -> throw new EvaluationException("strftime_now does not know '" + directive + "'");
        };
        return DateTimeFormatter.ofPattern(pattern, Locale.US).format(time);
    }
}
