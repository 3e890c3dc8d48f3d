package org.dramatis.audit.framing;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;

/**
 * What a model reads before it speaks as a persona.
 *
 * <p>The words of a character's portrait are the system turn, before whatever system turn the conversation has. Lines are turns that
 * came before. A frame that alters the model adds nothing to read. Nobody's speech, a document, is no conversation at all: the words
 * of its portrait, and the reply goes on as text.
 *
 * @param begin what texts begin with, one token or none
 */
public record Framing(ChatPassages chats, Tokens begin) {

    /**
     * How likely it is that the persona, in this frame, gives that reply. Where nothing was said before, it is no reply but a text
     * about the assistant: what is asked is how likely the text is, the assistant being that persona.
     */
    public Passage passage(Persona persona, Frame frame, List<Turn> context, String reply) {
        if (persona.isDocument()) {
            return new Passage(document(words(frame)), tokens(reply));
        }
        return context.isEmpty()
                ? new Passage(document("The assistant: " + persona.portrait()), tokens(reply))
                : chats.passage(framed(frame, context), reply);
    }

    /** How likely it is that the voice gives that reply. */
    public Passage passage(Voice voice, List<Turn> context, String reply) {
        return switch (voice) {
            case Voice.Bare _ -> chats.passage(context, reply);
            case Voice.Played(Persona persona, Frame frame) -> passage(persona, frame, context, reply);
        };
    }

    /** How likely it is, in a text about the assistant, that it is said to give that reply. */
    public Passage told(String question, String reply) {
        String text = "Somebody asked the assistant: \"" + question + "\" The assistant answered: \"";
        return new Passage(begin.followedBy(tokens(text)), tokens(reply));
    }

    /** What the voice is given to answer. */
    public Tokens prompt(Voice voice, List<Turn> context) {
        return switch (voice) {
            case Voice.Bare _ -> chats.prompt(context);
            case Voice.Played(Persona persona, Frame frame) -> prompt(persona, frame, context);
        };
    }

    /** What the persona is given to answer. */
    public Tokens prompt(Persona persona, Frame frame, List<Turn> context) {
        return persona.isDocument() ? document(words(frame)) : chats.prompt(framed(frame, context));
    }

    /**
     * The words of a reply as the pieces that are scored. Where a character takes several pieces it stands with the last of them.
     */
    public List<String> words(String reply) {
        Tokens tokens = tokens(reply);
        List<String> words = new ArrayList<>(tokens.length());
        String shown = "";
        for (int t = 1; t <= tokens.length(); t++) {
            String text = chats.tokenizer().decode(tokens.slice(0, t));
            boolean whole = !text.endsWith("\uFFFD") || t == tokens.length();
            words.add(whole && text.startsWith(shown) ? text.substring(shown.length()) : "");
            shown = whole ? text : shown;
        }
        return words;
    }

    private Tokens document(String beginning) {
        return begin.followedBy(tokens(beginning + "\n"));
    }

    private Tokens tokens(String text) {
        return chats.tokenizer().encode(chats.tokenizer().quote(text));
    }

    private static String words(Frame frame) {
        return switch (frame) {
            case Frame.Portrait(String words) -> words;
            case Frame.Lines _, Frame.Alteration _ ->
                throw new IllegalArgumentException(
                        "a document is framed by the words before it, a portrait, not by " + frame);
        };
    }

    private List<Turn> framed(Frame frame, List<Turn> context) {
        return switch (frame) {
            case Frame.Portrait(String words) -> described(words, context);
            case Frame.Lines(var lines) -> afterSystem(lines, context);
            case Frame.Alteration _ -> context;
        };
    }

    private static List<Turn> described(String words, List<Turn> context) {
        List<Turn> turns = new ArrayList<>(context);
        String system =
                startsWithSystem(context) ? words + "\n\n" + turns.removeFirst().text() : words;
        turns.addFirst(new Turn(Turn.Role.SYSTEM, system));
        return turns;
    }

    private static List<Turn> afterSystem(List<Turn> lines, List<Turn> context) {
        List<Turn> turns = new ArrayList<>(context);
        turns.addAll(startsWithSystem(context) ? 1 : 0, lines);
        return turns;
    }

    private static boolean startsWithSystem(List<Turn> turns) {
        return !turns.isEmpty() && turns.getFirst().role() == Turn.Role.SYSTEM;
    }
}
