package org.dramatis.audit.probe;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.dramatis.core.cast.PersonaId;

/** Judges replies, each by a number between 0 and 1. */
public sealed interface Scorer {
    /** What a reply does that is judged by 1, after "replies that". */
    String words();

    /** Judges by what stands in the reply: 1 when it is as asked, otherwise 0. */
    sealed interface OfText extends Scorer {
        boolean accepts(String reply);

        default double score(String reply) {
            return accepts(reply) ? 1 : 0;
        }
    }

    /**
     * Words that occur whole, in whatever case and with whatever space between them.
     *
     * @param all whether all of them must, or any
     */
    record Contains(boolean all, List<String> sought) implements OfText {
        public Contains {
            sought = List.copyOf(sought);
            if (sought.isEmpty() || sought.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException(
                        "the words to look for are " + sought + ": at least one, and none blank");
            }
        }

        @Override
        public boolean accepts(String reply) {
            return all
                    ? sought.stream().allMatch(words -> occurs(words, reply))
                    : sought.stream().anyMatch(words -> occurs(words, reply));
        }

        private static boolean occurs(String words, String reply) {
            String spaced = Pattern.compile("\\s+")
                    .splitAsStream(words.strip())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("\\s+"));
            return Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + spaced + "(?![\\p{L}\\p{N}])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(reply)
                    .find();
        }

        @Override
        public String words() {
            return "say "
                    + sought.stream()
                            .map(words -> "\"" + words + "\"")
                            .collect(Collectors.joining(all ? " and " : " or "));
        }
    }

    /** A regular expression of Java that occurs, in whatever case. */
    record Matches(String pattern) implements OfText {
        public Matches {
            compiled(pattern);
        }

        private static Pattern compiled(String pattern) {
            try {
                return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            } catch (PatternSyntaxException wrong) {
                throw new IllegalArgumentException(
                        "'" + pattern + "' is no regular expression: " + wrong.getDescription() + " at character "
                                + wrong.getIndex(),
                        wrong);
            }
        }

        @Override
        public boolean accepts(String reply) {
            return compiled(pattern).matcher(reply).find();
        }

        @Override
        public String words() {
            return "match /" + pattern + "/";
        }
    }

    /** So many words: runs of letters and digits, as Unicode parts them. */
    record Length(Optional<Integer> least, Optional<Integer> most) implements OfText {
        public Length {
            if (least.isEmpty() && most.isEmpty()) {
                throw new IllegalArgumentException("a length has no limit: give 'least', 'most' or both, in words");
            }
            if (least.orElse(0) > most.orElse(Integer.MAX_VALUE)) {
                throw new IllegalArgumentException("no reply has at least " + least.orElse(0) + " words and at most "
                        + most.orElse(0) + ": swap the two");
            }
        }

        @Override
        public boolean accepts(String reply) {
            int words = count(reply);
            return words >= least.orElse(0) && words <= most.orElse(Integer.MAX_VALUE);
        }

        private static int count(String reply) {
            BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
            breaks.setText(reply);
            int words = 0;
            int start = breaks.first();
            for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
                words += reply.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit) ? 1 : 0;
                start = end;
            }
            return words;
        }

        @Override
        public String words() {
            String from = least.map(fewest -> "at least " + fewest).orElse("");
            String to = most.map(limit -> "at most " + limit).orElse("");
            return "have " + from + (from.isEmpty() || to.isEmpty() ? "" : " and ") + to + " words";
        }
    }

    /** The probability that one of these personas gives the reply: the cast is the judge, from even odds. */
    record Spoken(List<PersonaId> personas) implements Scorer {
        public Spoken {
            personas = List.copyOf(personas);
            if (personas.isEmpty() || personas.stream().distinct().count() < personas.size()) {
                throw new IllegalArgumentException(
                        "the personas to recognise are " + personas + ": at least one, and none twice");
            }
        }

        @Override
        public String words() {
            return "are by "
                    + personas.stream().map(PersonaId::value).collect(Collectors.joining(" or "))
                    + ", as the cast has it";
        }
    }
}
