package org.dramatis.core.prior;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dramatis.core.evidence.Clusters;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.EvidenceMatrixBuilder;
import org.dramatis.core.evidence.RowCounts;
import org.dramatis.core.number.Measured;
import org.dramatis.core.number.Term;

/** Free-text replies that the bare assistant gave to probes, each scored under every persona and by the model itself. */
public record SampledReplies(EvidenceMatrix evidence, Clusters probes, List<Reference> references)
        implements Behaviour {

    /** Of the replies to one probe: the log-probability with which the model gave them, and their tokens. */
    public record Reference(double ownLogLikelihood, long tokens) {
        public Reference {
            if (!Double.isFinite(ownLogLikelihood) || tokens < 0) {
                throw new IllegalArgumentException("replies of " + tokens + " tokens and log-probability "
                        + ownLogLikelihood + ": tokens cannot be negative, the other must be finite");
            }
        }

        Reference plus(Reference other) {
            return new Reference(ownLogLikelihood + other.ownLogLikelihood, tokens + other.tokens);
        }
    }

    public SampledReplies {
        references = List.copyOf(references);
        probes.requireRows(evidence.rows()).requireCount(references.size());
    }

    public static Builder builder(int personas) {
        return new Builder(personas);
    }

    @Override
    public RowCounts counts() {
        return RowCounts.ONCE;
    }

    @Override
    public Adequacy adequacyMeaning() {
        return Adequacy.RESIDUAL_BITS_PER_TOKEN;
    }

    @Override
    public Measured<Term> adequacy(double logLikelihood, double[] times) {
        double own = 0;
        double length = 0;
        for (int i = 0; i < times.length; i++) {
            own += times[i] * references.get(i).ownLogLikelihood();
            length += times[i] * references.get(i).tokens();
        }
        return Measured.known(Term.quotient(
                "residual bits per token",
                Term.difference(
                        "bits the cast lacks",
                        Term.given("log2-probability of the replies to the model itself", own / Math.log(2)),
                        Term.given("the same under the best mixture of the cast", logLikelihood / Math.log(2))),
                Term.given("tokens", length)));
    }

    /** Takes replies one by one. */
    public static final class Builder {
        private final EvidenceMatrixBuilder evidence;
        private final List<Integer> probeOfReply = new ArrayList<>();
        private final List<Reference> replies = new ArrayList<>();

        private Builder(int personas) {
            this.evidence = EvidenceMatrix.builder(personas);
        }

        /**
         * Adds a reply.
         *
         * @param probe the number of the probe it answers, from 0 without gaps
         * @param ownLogLikelihood the log-probability with which the model gave it
         */
        public Builder reply(int probe, Evidence.Scored scored, double ownLogLikelihood) {
            if (!Double.isFinite(ownLogLikelihood)) {
                throw new IllegalArgumentException("the model is said to have given reply " + scored.episode()
                        + " with log-probability " + ownLogLikelihood + ": it must be finite");
            }
            evidence.add(scored.logLikelihoods());
            probeOfReply.add(probe);
            replies.add(new Reference(ownLogLikelihood, scored.tokens()));
            return this;
        }

        public SampledReplies build() {
            Clusters probes = Clusters.of(probeOfReply.stream().mapToInt(i -> i).toArray());
            List<Reference> references = new ArrayList<>(Collections.nCopies(probes.count(), new Reference(0, 0)));
            for (int n = 0; n < replies.size(); n++) {
                references.set(probes.of(n), references.get(probes.of(n)).plus(replies.get(n)));
            }
            return new SampledReplies(evidence.build(), probes, references);
        }
    }
}
