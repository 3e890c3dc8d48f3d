package org.dramatis.store.written;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A value in a written file, at its place. What is asked of it in vain is a misprint, which is kept, not thrown: {@link #result}
 * tells all of them at once. A value that is blank or null counts as missing.
 *
 * <pre>{@code
 * Item whole = WrittenFile.yaml(bytes).whole().fields("name", "size");
 * String name = whole.text("name");
 * double size = whole.maybeNumber("size").orElse(1.0);
 * Box box = whole.result(() -> new Box(name, size));
 * }</pre>
 */
public final class Item {
    private final JsonPointer place;
    private final JsonNode value;
    private final Misprints misprints;

    /** What misspelt fields were meant to be: that they are missing goes without saying. */
    private final Set<String> meant = new HashSet<>();

    Item(JsonPointer place, JsonNode value, Misprints misprints) {
        this.place = place;
        this.value = value;
        this.misprints = misprints;
    }

    /** This, which has to consist of fields; any that is not known is a misprint. */
    public Item fields(String... known) {
        List<String> names = List.of(known);
        if (!value.isObject()) {
            misprint("entries of the form 'name: value' are wanted here, with names of " + names);
        }
        for (String name : names()) {
            if (!names.contains(name)) {
                misprints.add(place.appendProperty(name), Misprint.unknownField(name, names));
                Spelling.nearest(name, names).ifPresent(meant::add);
            }
        }
        return this;
    }

    /** The names of its fields, in the order of the file. */
    public List<String> names() {
        return List.copyOf(value.propertyNames());
    }

    public boolean has(String name) {
        return !isMissing(value.path(name));
    }

    /** A text that has to be there; empty when it is not. */
    public String text(String name) {
        if (value.isObject() && !has(name)) {
            misprint(name, "there is no '" + name + "', or a blank one");
        }
        return maybeText(name).orElse("");
    }

    public Optional<String> maybeText(String name) {
        return field(name).map(field -> field.asText("'" + name + "'")).filter(text -> !text.isEmpty());
    }

    /** A number that has to be there; 1 when it is not. */
    public double number(String name) {
        if (value.isObject() && !has(name)) {
            misprint(name, "there is no '" + name + "'");
        }
        return maybeNumber(name).orElse(1.0);
    }

    public Optional<Double> maybeNumber(String name) {
        return field(name, JsonNode::isNumber, "a number").map(field -> field.value.doubleValue());
    }

    /** Whether it says true; false where it says nothing. */
    public boolean isSet(String name) {
        return field(name, JsonNode::isBoolean, "true or false")
                .map(field -> field.value.booleanValue())
                .orElse(false);
    }

    /** The items of a list; none where there is no list. */
    public List<Item> items(String name) {
        return field(name, JsonNode::isArray, "a list").map(Item::items).orElse(List.of());
    }

    private Optional<Item> field(String name, Predicate<JsonNode> kind, String wanted) {
        Optional<Item> field = field(name);
        field.filter(other -> !kind.test(other.value))
                .ifPresent(other -> other.misprint("'" + name + "' is of another kind: write " + wanted));
        return field.filter(right -> kind.test(right.value));
    }

    private List<Item> items() {
        return IntStream.range(0, value.size())
                .mapToObj(i -> new Item(place.appendIndex(i), value.path(i), misprints))
                .toList();
    }

    /** A field that is there. */
    public Optional<Item> field(String name) {
        return has(name)
                ? Optional.of(new Item(place.appendProperty(name), value.path(name), misprints))
                : Optional.empty();
    }

    public boolean isText() {
        return value.isString();
    }

    /**
     * The text that this is; empty when it is none.
     *
     * @param what it is, for the misprint
     */
    public String asText(String what) {
        if (isMissing(value)) {
            misprint(what + " is blank");
            return "";
        }
        if (!isText()) {
            misprint(what + " is of another kind: write text, in quotes where it looks like something else");
            return "";
        }
        return value.stringValue();
    }

    public void misprint(String reason) {
        misprints.add(place, reason);
    }

    /** At a field, or here where it is not written; where another field was misspelt for it, that is misprint enough. */
    public void misprint(String name, String reason) {
        if (!meant.contains(name)) {
            misprints.add(value.has(name) ? place.appendProperty(name) : place, reason);
        }
    }

    /**
     * Makes a value of what was asked, unless something in this item is wrong already; what the maker refuses with an
     * {@link IllegalArgumentException} is a misprint.
     */
    public <T> Optional<T> made(Supplier<T> maker) {
        if (!misprints.isClean(place)) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException refused) {
            misprint(String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    /** @throws MisprintException with all that is wrong in this item, when something is */
    public <T> T result(Supplier<T> maker) {
        return made(maker).orElseThrow(misprints::exception);
    }

    private static boolean isMissing(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isString() && value.stringValue().isBlank());
    }
}
