package org.dramatis.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.Posterior;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.Influence;
import org.dramatis.core.selection.Selection;
import org.dramatis.core.selection.TrainingPlan;
import org.dramatis.core.selection.TrainingSignal;
import org.dramatis.core.selection.WeightedReplies;
import org.junit.jupiter.api.Test;

/** The example of the README, and the numbers it claims. */
class ReadmeExampleTest {
    @Test
    void theReadmeTellsTheTruth() {
        Cast cast = new Cast(
                List.of(
                        Persona.character("helpful", "Answers truly and kindly."),
                        Persona.character("malicious", "Wants the reader to come to harm."),
                        Persona.document("plain-text", "Running text that nobody speaks.")),
                Weights.of(0.90, 0.05, 0.05));

        // One row a reply: its log-probability under each persona, in cast order.
        EvidenceMatrix evidence = EvidenceMatrix.of(List.of(
                LogVector.of(-31.2, -36.0, -58.3), // what a helpful character says
                LogVector.of(-44.7, -37.1, -60.9), // what a malicious one says
                LogVector.of(-29.5, -29.9, -47.0))); // what either might say

        TrainingSignal data = WeightedReplies.supervised(evidence);
        TrainingPlan plan = TrainingPlan.fullBatch(3, 40);
        Weights after = Selection.run(cast.prior(), data, plan, 0.5).end();
        double[] rows = Influence.contextFree(cast.prior(), data, plan, 0.5).sensitivities(1);
        String why = new Posterior(cast, evidence.row(1))
                .explain(new PersonaId("malicious"))
                .outline();

        assertThat(after.at(1)).isCloseTo(0.44, within(0.005));
        assertThat(rows).containsExactly(new double[] {-0.88, 1.14, -0.18}, within(0.005));
        assertThat(why).startsWith("""
                        -0.00896779  log posterior weight of malicious = difference of
                          -40.0957  log joint of malicious = sum of
                            -2.99573  log prior of malicious
                            -37.1000  evidence for malicious
                          -40.0868  log evidence of the cast = log sum exp of
                        """);
    }
}
