package org.dramatis.checkpoint.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;

/**
 * The tokenizer of a model, from {@code tokenizer.json}. May be used from several threads at once; what is asked after
 * {@link #close} is refused with an {@link IllegalStateException}.
 *
 * <p>Half a surrogate pair, which no UTF-8 can hold, is read as U+FFFD. Texts of more than two million characters are refused
 * with an {@link IllegalArgumentException}.
 */
public final class TokenizerFile implements Tokenizer, AutoCloseable {
    /** Private use: the first stands before a special token that is meant as text, the second before one that is meant. */
    private static final String QUOTED = "\udb80\udc01";

    private static final String MEANT = "\udb80\udc00";

    /** The library's search for words gives up after ten million steps, and ends the process when it does. */
    private static final int MOST_CHARACTERS = 2_000_000;

    private final TokenizerJson json;
    private final int vocabulary;
    private final NativeTokenizer tokenizer;
    private final Pattern specials;

    private Optional<NativeTokenizer> quoting = Optional.empty();
    private boolean isClosed;

    private TokenizerFile(TokenizerJson json) {
        this.json = json;
        vocabulary = json.ids().values().stream().mapToInt(id -> id + 1).max().orElse(0);
        tokenizer = load(json, json.root().toString(), "");
        // (?!) matches nowhere.
        specials = Pattern.compile(
                json.special().isEmpty()
                        ? "(?!)"
                        : json.special().stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    /** @throws CheckpointException when the folder has no {@code tokenizer.json}, or one that cannot be used */
    public static TokenizerFile open(ModelFolder folder) {
        return new TokenizerFile(TokenizerJson.read(folder.require("tokenizer.json")));
    }

    private static NativeTokenizer load(TokenizerJson json, String text, String mark) {
        try {
            NativeTokenizer loaded = new NativeTokenizer(text);
            checkSpecials(loaded, json, mark);
            return loaded;
        } catch (CheckpointException problem) {
            throw problem;
        } catch (RuntimeException problem) {
            throw new CheckpointException(
                    json.file() + " is no tokenizer that can be used: " + problem.getMessage(), problem);
        }
    }

    /** The library gives a special token an id of its own where the one in the file does not suit it. */
    private static void checkSpecials(NativeTokenizer loaded, TokenizerJson json, String mark) {
        long[][] ids =
                loaded.encode(json.special().stream().map(token -> mark + token).toArray(String[]::new));
        for (int i = 0; i < ids.length; i++) {
            String token = json.special().get(i);
            Integer id = json.ids().get(token);
            if (id == null || ids[i].length != 1 || ids[i][0] != id) {
                loaded.close();
                throw new CheckpointException(
                        json.file() + " gives the special token '" + token + "' the id " + id + ", but encodes it as "
                                + Arrays.toString(ids[i]) + ": the ids of added tokens do not fit together");
            }
        }
    }

    @Override
    public Tokens encode(String text) {
        String valid = wellFormed(text);
        return isQuoted(valid) ? tokens(quoting().encode(withMeantMarked(valid))) : tokens(tokenizer.encode(valid));
    }

    @Override
    public List<Tokens> encodeAll(List<String> texts) {
        if (texts.stream().anyMatch(this::isQuoted)) {
            return texts.stream().map(this::encode).toList();
        }
        List<Tokens> encoded = new ArrayList<>(texts.size());
        for (long[] ids :
                tokenizer.encode(texts.stream().map(TokenizerFile::wellFormed).toArray(String[]::new))) {
            encoded.add(tokens(ids));
        }
        return encoded;
    }

    @Override
    public String quote(String text) {
        Matcher found = specials.matcher(text);
        if (!found.find()) {
            return text;
        }
        if (text.contains(MEANT)) {
            throw new IllegalArgumentException("the text writes out '" + found.group()
                    + "' and holds U+F0000, a private character that marks special tokens here: remove one of the two");
        }
        return found.replaceAll(match -> Matcher.quoteReplacement(QUOTED + match.group()));
    }

    private boolean isQuoted(String text) {
        return text.contains(QUOTED) && !withMeantMarked(text).equals(text);
    }

    private String withMeantMarked(String text) {
        Matcher found = specials.matcher(text);
        StringBuilder marked = new StringBuilder();
        int from = 0;
        while (found.find()) {
            int before = found.start() - QUOTED.length();
            boolean isQuoted = before >= from && text.startsWith(QUOTED, before);
            marked.append(text, from, isQuoted ? before : found.start());
            marked.append(isQuoted ? "" : MEANT).append(found.group());
            from = found.end();
        }
        return marked.append(text, from, text.length()).toString();
    }

    /** Made when it is first needed: texts that write out special tokens are rare, and a second vocabulary is large. */
    private synchronized NativeTokenizer quoting() {
        if (isClosed) {
            throw new IllegalStateException("the tokenizer is closed");
        }
        if (quoting.isEmpty()) {
            quoting = Optional.of(load(json, json.markedSpecials(MEANT), MEANT));
        }
        return quoting.get();
    }

    @Override
    public String decode(Tokens tokens) {
        long[] ids = new long[tokens.length()];
        for (int i = 0; i < ids.length; i++) {
            if (tokens.at(i) >= vocabulary) {
                throw new IllegalArgumentException(
                        "token " + i + " has id " + tokens.at(i) + ": ids are smaller than " + vocabulary);
            }
            ids[i] = tokens.at(i);
        }
        return tokenizer.decode(ids);
    }

    @Override
    public Optional<Integer> id(String token) {
        return Optional.ofNullable(json.ids().get(token));
    }

    @Override
    public int vocabulary() {
        return vocabulary;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        tokenizer.close();
        quoting.ifPresent(NativeTokenizer::close);
    }

    private static Tokens tokens(long[] ids) {
        int[] tokens = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            tokens[i] = Math.toIntExact(ids[i]);
        }
        return Tokens.of(tokens);
    }

    /** The library would read a lone surrogate as it likes. */
    private static String wellFormed(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("a text has " + text.length() + " characters: at most " + MOST_CHARACTERS
                    + " are read at once, which is more than any model reads");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(character -> character >= 0xd800 && character <= 0xdfff ? 0xfffd : character)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
