package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dramatis.audit.result.Separation;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.dramatis.core.separation.Confusion;
import org.dramatis.core.separation.KnownReply;
import org.junit.jupiter.api.Test;

class PersonaConfusionTest {
    private static final Cast CAST = Cast.withUniformPrior(
            Persona.character("a", "A."),
            Persona.character("b", "B."),
            Persona.character("c", "C."),
            Persona.character("d", "D."),
            Persona.character("e", "E."),
            Persona.document("text", "Text."));

    /** Of forty replies each: who is taken for whom, by the letters of the cast in order. */
    private static PersonaConfusion takenFor(String... others) {
        List<KnownReply> replies = new ArrayList<>();
        for (int k = 0; k < CAST.size(); k++) {
            double[] logs = new double[CAST.size()];
            Arrays.fill(logs, -9);
            logs[CAST.indexOf(new PersonaId(others[k]))] = -1;
            for (int i = 0; i < 40; i++) {
                EpisodeId id = new EpisodeId(others[k] + k + "#" + i);
                replies.add(new KnownReply(CAST.persona(k).id(), new Evidence.Scored(id, LogVector.of(logs), 1)));
            }
        }
        return new PersonaConfusion(new Separation(CAST, Confusion.of(CAST, Weights.uniform(CAST.size()), replies)));
    }

    private static String printed(PersonaConfusion confusion) {
        StringWriter out = new StringWriter();
        confusion.print(new PrintWriter(out, true));
        return out.toString();
    }

    @Test
    void whoIsToldApartIsNotListed() {
        String printed = printed(takenFor("a", "b", "c", "d", "e", "text"));

        assertThat(printed)
                .startsWith("100.0 % of 240 replies are attributed to who spoke")
                .contains("chance 16.7 %", "of 2.58 bits")
                .endsWith("Not told apart: none" + System.lineSeparator());
        assertThat(printed.lines().skip(3)).first().isEqualTo("a    40  .  .  .  .  .");
    }

    /** Taken for each other, b and c are right never; a, d, e and the text are all taken for a, so each beside a is a guess. */
    @Test
    void ofManyPairsTheTenWorstAreListed() {
        List<String> lines =
                printed(takenFor("a", "c", "b", "a", "a", "a")).lines().toList();

        int from = lines.indexOf("Not told apart:");
        assertThat(lines.subList(from + 1, lines.size()))
                .hasSize(11)
                .startsWith("  b and c", "  a and d", "  a and e", "  a and text")
                .endsWith("  and 5 more; --json lists all");
    }
}
