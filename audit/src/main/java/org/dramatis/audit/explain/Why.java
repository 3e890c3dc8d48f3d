package org.dramatis.audit.explain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;

/**
 * Is a wrong reply a bad performance or a trait? Where it is preferred to the right one whoever speaks and however one asks, the
 * model knows no better. Where it is preferred only by the assistant as it is, and those whom it should be like prefer the right
 * one, it is a trait.
 *
 * @param wrong the reply in question
 * @param right what should have been said
 */
public record Why(ChatModel model, List<Turn> context, String wrong, String right) {
    public Why {
        context = List.copyOf(context);
        if (wrong.equals(right)) {
            throw new IllegalArgumentException("the wrong reply and the right one are the same: '" + wrong + "'");
        }
    }

    /** How the question was put. */
    public enum Kind {
        AS_IT_IS,
        ANOTHER_PERSONA,
        ANOTHER_WORDING,
        WITH_A_HINT
    }

    /**
     * One way of asking.
     *
     * @param logOdds {@code log p(wrong) - log p(right)}: above 0 the wrong reply is preferred
     */
    public record Asked(Kind kind, String name, double logOdds) {
        public boolean prefersWrong() {
            return logOdds > 0;
        }
    }

    /** What the answers come to. */
    public enum Verdict {
        /** The right reply is the likelier one already. */
        NO_ERROR,
        /** Wrong under every condition. */
        CAPABILITY,
        /** Wrong as it is, right as every persona that it should be like. */
        TRAIT,
        /** Wrong as it is, and right under some conditions only. */
        UNCLEAR
    }

    /**
     * @param personas whom the assistant should be like
     * @param wordings of the question
     * @param hints to be put before it
     */
    public List<Asked> ask(Cast cast, List<PersonaId> personas, List<String> wordings, List<String> hints) {
        List<Asked> conditions = new ArrayList<>();
        conditions.add(asked(Kind.AS_IT_IS, "as it is", context));
        for (PersonaId id : personas) {
            Persona persona = cast.persona(cast.indexOf(id));
            double sum = 0;
            for (Frame frame : persona.frames()) {
                sum += odds(
                        model.framing().passage(persona, frame, context, wrong),
                        model.framing().passage(persona, frame, context, right));
            }
            conditions.add(new Asked(
                    Kind.ANOTHER_PERSONA, "as " + id, sum / persona.frames().size()));
        }
        for (String wording : wordings) {
            conditions.add(asked(Kind.ANOTHER_WORDING, "asked '" + wording + "'", reworded(wording)));
        }
        for (String hint : hints) {
            List<Turn> hinted = new ArrayList<>(context);
            hinted.addFirst(new Turn(Turn.Role.SYSTEM, hint));
            conditions.add(asked(Kind.WITH_A_HINT, "told '" + hint + "'", hinted));
        }
        return conditions;
    }

    public static Verdict verdict(List<Asked> conditions) {
        if (!conditions.getFirst().prefersWrong()) {
            return Verdict.NO_ERROR;
        }
        if (conditions.stream().allMatch(Asked::prefersWrong)) {
            return Verdict.CAPABILITY;
        }
        List<Asked> personas = conditions.stream()
                .filter(each -> each.kind() == Kind.ANOTHER_PERSONA)
                .toList();
        return !personas.isEmpty() && personas.stream().noneMatch(Asked::prefersWrong)
                ? Verdict.TRAIT
                : Verdict.UNCLEAR;
    }

    private List<Turn> reworded(String wording) {
        List<Turn> turns = new ArrayList<>(context);
        turns.removeLast();
        turns.add(new Turn(Turn.Role.USER, wording));
        return turns;
    }

    private Asked asked(Kind kind, String name, List<Turn> turns) {
        return new Asked(
                kind,
                name,
                odds(model.chats().passage(turns, wrong), model.chats().passage(turns, right)));
    }

    private double odds(Passage wrongly, Passage rightly) {
        Iterator<Score> scores = model.scorer().score(List.of(wrongly, rightly)).iterator();
        return total(scores.next(), wrong) - total(scores.next(), right);
    }

    private static double total(Score score, String reply) {
        return switch (score) {
            case Score.Scored scored -> scored.total();
            case Score.Unscorable(var reason) ->
                throw new IllegalArgumentException("the reply '" + reply + "' cannot be scored: " + reason.detail());
        };
    }
}
