package org.dramatis.audit.explain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.inoculate.Prompted;
import org.dramatis.audit.result.Performance;
import org.dramatis.audit.result.Performance.Asked;
import org.dramatis.audit.result.Performance.Kind;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;

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

    /**
     * @param personas whom the assistant should be like
     * @param wordings of the question
     * @param hints to be put before it
     */
    public Performance ask(Cast cast, List<PersonaId> personas, List<String> wordings, List<String> hints) {
        List<Asked> conditions = new ArrayList<>();
        conditions.add(asked(Kind.AS_IT_IS, "as it is", context));
        for (PersonaId id : personas) {
            Persona persona = cast.persona(cast.indexOf(id));
            double sum = 0;
            for (Frame frame : persona.frames()) {
                sum += odds(
                        model.scorer(frame),
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
            conditions.add(asked(Kind.WITH_A_HINT, "told '" + hint + "'", new Prompted(hint).turns(context)));
        }
        return new Performance(conditions);
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
                odds(
                        model.scorer(),
                        model.chats().passage(turns, wrong),
                        model.chats().passage(turns, right)));
    }

    private double odds(TokenScorer scorer, Passage wrongly, Passage rightly) {
        Iterator<Score> scores = scorer.score(List.of(wrongly, rightly)).iterator();
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
