package org.dramatis.checkpoint.text.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Items and slices of lists and texts. Characters are whole ones, as in Python, and not Java's halves of some. */
final class Slices {
    private Slices() {}

    static Value item(Value target, long index) {
        return switch (target) {
            case Value.Sequence(List<Value> items, boolean isTuple) -> {
                long place = index < 0 ? index + items.size() : index;
                yield place >= 0 && place < items.size() ? items.get((int) place) : missing(index);
            }
            case Value.Text(String text) -> {
                int length = text.codePointCount(0, text.length());
                long place = index < 0 ? index + length : index;
                yield place >= 0 && place < length ? character(text, (int) place) : missing(index);
            }
            default -> missing(index);
        };
    }

    private static Value character(String text, int place) {
        return Value.of(Character.toString(text.codePointAt(text.offsetByCodePoints(0, place))));
    }

    private static Value missing(long index) {
        return new Value.Undefined("there is no item " + index);
    }

    static Value slice(Value target, Optional<Long> from, Optional<Long> to, long step) {
        if (step == 0) {
            throw new EvaluationException("a slice cannot have steps of 0");
        }
        return switch (target) {
            case Value.Sequence(List<Value> items, boolean isTuple) -> {
                List<Value> slice = new ArrayList<>();
                for (int place : places(items.size(), from, to, step)) {
                    slice.add(items.get(place));
                }
                yield new Value.Sequence(slice, isTuple);
            }
            case Value.Text(String text) -> {
                int[] characters = text.codePoints().toArray();
                StringBuilder slice = new StringBuilder();
                for (int place : places(characters.length, from, to, step)) {
                    slice.appendCodePoint(characters[place]);
                }
                yield Value.of(slice.toString());
            }
            default -> throw new EvaluationException(Printing.quoted(target) + " cannot be sliced");
        };
    }

    private static List<Integer> places(int length, Optional<Long> from, Optional<Long> to, long step) {
        long lowest = step > 0 ? 0 : -1;
        long highest = step > 0 ? length : length - 1;
        long start = from.map(bound -> clamp(bound, length, lowest, highest)).orElse(step > 0 ? lowest : highest);
        long end = to.map(bound -> clamp(bound, length, lowest, highest)).orElse(step > 0 ? highest : lowest);
        List<Integer> places = new ArrayList<>();
        for (long place = start; step > 0 ? place < end : place > end; place += step) {
            places.add((int) place);
            if (Math.abs(step) > length) {
                break;
            }
        }
        return places;
    }

    private static long clamp(long bound, int length, long lowest, long highest) {
        return Math.clamp(bound < 0 ? bound + length : bound, lowest, highest);
    }
}
