package org.dramatis.audit.cast;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.store.written.Item;
import org.dramatis.store.written.MisprintException;
import org.dramatis.store.written.WrittenFile;

/**
 * A persona as tools of the field write it, in JSON: a trait has {@code instruction}, pairs of {@code pos} and {@code neg}, a role
 * only {@code pos}; both have {@code questions}. What else there is, {@code eval_prompt} say, is for their judges, and passed over.
 *
 * @param portraits the instructions to be so
 * @param opposites the instructions to be the opposite; none in a role
 * @param passedOver how many instructions were blank or held a placeholder, such as {@code {model_name}}
 */
public record PersonaFile(
        PersonaId id, List<String> portraits, List<String> opposites, List<String> questions, int passedOver) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+\\}");

    public PersonaFile {
        portraits = List.copyOf(portraits);
        opposites = List.copyOf(opposites);
        questions = List.copyOf(questions);
    }

    public boolean isTrait() {
        return !opposites.isEmpty();
    }

    /** @throws IllegalArgumentException with file, line and column when it is no such file */
    public static PersonaFile read(Path file) {
        try {
            return read(id(file), WrittenFile.json(WrittenFile.bytes(file)).whole());
        } catch (MisprintException wrong) {
            throw new IllegalArgumentException(wrong.in(file.toString()), wrong);
        }
    }

    static PersonaFile read(PersonaId id, Item whole) {
        Set<String> portraits = new LinkedHashSet<>();
        Set<String> opposites = new LinkedHashSet<>();
        int passedOver = 0;
        for (Item pair : whole.items("instruction")) {
            passedOver += keep(pair.maybeText("pos"), portraits);
            if (pair.has("neg")) {
                passedOver += keep(pair.maybeText("neg"), opposites);
            }
        }
        if (portraits.isEmpty()) {
            whole.misprint("there is no instruction that can be used: a trait or role has a list 'instruction' of"
                    + " objects with 'pos', and a trait with 'neg' too");
        }
        Set<String> questions = new LinkedHashSet<>();
        whole.items("questions").forEach(question -> questions.add(question.asText("a question")));
        int passed = passedOver;
        return whole.result(() ->
                new PersonaFile(id, List.copyOf(portraits), List.copyOf(opposites), List.copyOf(questions), passed));
    }

    /** How many were passed over, 0 or 1. */
    private static int keep(Optional<String> instruction, Set<String> kept) {
        Optional<String> usable =
                instruction.filter(text -> !PLACEHOLDER.matcher(text).find());
        usable.ifPresent(kept::add);
        return usable.isPresent() ? 0 : 1;
    }

    /** The name of the file without its ending: {@code devils_advocate.json} is {@code devils-advocate}. */
    static PersonaId id(Path file) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (id.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " has a name of which no persona id can be made: give it letters or digits");
        }
        return new PersonaId(id);
    }
}
