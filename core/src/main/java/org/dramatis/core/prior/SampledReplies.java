package org.dramatis.core.prior;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.evidence.Clusters;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.RowCounts;

/** Free-text replies that the bare assistant gave to probes, each scored under every persona and by the model itself. */
public final class SampledReplies implements Behaviour {
    private final EvidenceMatrix evidence;
    private final Clusters probes;
    private final double[] ownLogLikelihood;
    private final double[] tokens;

    private SampledReplies(EvidenceMatrix evidence, Clusters probes, double[] ownLogLikelihood, double[] tokens) {
        this.evidence = evidence;
        this.probes = probes;
        this.ownLogLikelihood = ownLogLikelihood;
        this.tokens = tokens;
    }

    public static Builder builder(int personas) {
        return new Builder(personas);
    }

    @Override
    public EvidenceMatrix evidence() {
        return evidence;
    }

    @Override
    public RowCounts counts() {
        return RowCounts.ONCE;
    }

    @Override
    public Clusters probes() {
        return probes;
    }

    @Override
    public Adequacy adequacyMeaning() {
        return Adequacy.RESIDUAL_BITS_PER_TOKEN;
    }

    @Override
    public double adequacy(double logLikelihood, double[] times) {
        double own = 0;
        double length = 0;
        for (int i = 0; i < times.length; i++) {
            own += times[i] * ownLogLikelihood[i];
            length += times[i] * tokens[i];
        }
        return (own - logLikelihood) / length / Math.log(2);
    }

    /** Takes replies one by one. */
    public static final class Builder {
        private final EvidenceMatrix.Builder evidence;
        private final List<Reply> replies = new ArrayList<>();

        private record Reply(int probe, double ownLogLikelihood, int tokens) {}

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
            replies.add(new Reply(probe, ownLogLikelihood, scored.tokens()));
            return this;
        }

        public SampledReplies build() {
            Clusters probes =
                    Clusters.of(replies.stream().mapToInt(Reply::probe).toArray());
            double[] own = new double[probes.count()];
            double[] tokens = new double[probes.count()];
            for (Reply reply : replies) {
                own[reply.probe()] += reply.ownLogLikelihood();
                tokens[reply.probe()] += reply.tokens();
            }
            return new SampledReplies(evidence.build(), probes, own, tokens);
        }
    }
}
