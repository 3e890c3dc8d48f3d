package org.dramatis.core.verdict;

import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.Posterior;
import org.dramatis.core.number.Term;

/** What a reply is, with the numbers that say so. */
public sealed interface ReplyVerdict {
    Posterior posterior();

    /** The number that decided, down to priors and evidence. */
    Term explain();

    /** Spoken by a persona the deployment is meant to have. */
    record InCharacter(Side side) implements Spoken {
        @Override
        public Term explain() {
            return side.explain("in character");
        }
    }

    /** Spoken by another character: {@link #persona} names the most probable one. */
    record AnotherCharacter(Side side) implements Spoken {
        @Override
        public Term explain() {
            return side.explain("another character");
        }
    }

    /** Nobody's speech: {@link #persona} names the most probable document hypothesis. */
    record OutOfCharacter(Side side) implements Spoken {
        @Override
        public Term explain() {
            return side.explain("out of character");
        }
    }

    /** A verdict that one side of the cast is the most probable. */
    sealed interface Spoken extends ReplyVerdict {
        Side side();

        @Override
        default Posterior posterior() {
            return side().posterior();
        }

        /** The posterior probability of the verdict, not of {@link #persona} alone. */
        default double probability() {
            return side().probability();
        }

        default PersonaId persona() {
            return side().leader();
        }
    }

    /**
     * Surprising under every persona, so the posterior only tells which of them is the least wrong.
     *
     * @param persona the one least surprised
     * @param logLikelihood of the whole reply under it
     */
    record Unmodelled(Posterior posterior, PersonaId persona, double logLikelihood, int tokens, SurpriseLimit limit)
            implements ReplyVerdict {

        /** The chance of so much surprise in a reply of the reference kind, at most. */
        public double tailProbability() {
            return limit.tailProbability(-logLikelihood / tokens);
        }

        /** Nats per token beyond the limit. */
        @Override
        public Term explain() {
            return Term.difference(
                    "surprise per token beyond the limit",
                    Term.quotient(
                            "surprise per token under " + persona + ", the least surprised",
                            Term.given("surprise of the reply", -logLikelihood),
                            Term.given("tokens", tokens)),
                    Term.given("limit: " + limit, limit.natsPerToken()));
        }
    }
}
