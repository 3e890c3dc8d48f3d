package org.dramatis.core.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dramatis.core.evidence.Rows;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Place;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;

/**
 * What each example did to the log-odds of a persona over a training run, in a given context.
 *
 * <p>Three answers, from cheap to exact:
 *
 * <ul>
 *   <li>the push, {@code sum_t (eta/B) a_e phi(x_e).phi(x) (r_k(e,t) - w_k(t))}: what the example added to the logit of
 *       the persona, as if nothing after it had cared;
 *   <li>the sensitivity: the derivative of the final log-odds by how often the example counts, at once. Later steps answer to what
 *       earlier ones did (a persona already chosen is pushed less), and the sensitivity carries that along by the adjoint
 *       of the trajectory;
 *   <li>leave one out: the run again without the example, the oracle of both. It costs a run an example.
 * </ul>
 */
public final class Influence {
    private final Weights prior;
    private final TrainingSignal signal;
    private final ContextFeatures contexts;
    private final TrainingPlan plan;
    private final double rate;

    /**
     * The influence of the examples of a run in its contexts.
     *
     * @throws IllegalArgumentException when the plan's steps are not plain: an adaptive step divides one example's push
     *     by what all the others did, so it is nobody's own
     */
    public Influence(Weights prior, TrainingSignal signal, ContextFeatures contexts, TrainingPlan plan, double rate) {
        if (!(plan.optimiser() instanceof Optimiser.Plain)) {
            throw new IllegalArgumentException(
                    "influence is defined for plain steps, the plan has " + plan.optimiser());
        }
        signal.requireFit(prior, plan);
        contexts.requireExamples(signal.examples());
        this.prior = prior;
        this.signal = signal;
        this.contexts = contexts;
        this.plan = plan.recordedEvery(1);
        this.rate = rate;
    }

    /** Influence where contexts play no part, and need not be given. */
    public static Influence contextFree(Weights prior, TrainingSignal signal, TrainingPlan plan, double rate) {
        return new Influence(prior, signal, ContextFeatures.alike(signal.examples()), plan, rate);
    }

    /** The push of every example on the logit of a persona in a context. */
    public double[] pushes(int persona, double... context) {
        double[] logit = new double[prior.size()];
        logit[Place.of(persona, prior.size())] = 1;
        double[] direction = outer(logit, contexts.place(context));
        double[] pushes = new double[signal.examples()];
        List<double[]> states = states(plan, batch -> batch);
        for (int step = 0; step < plan.steps(); step++) {
            addAlong(direction, states.get(step), step, pushes);
        }
        return pushes;
    }

    /**
     * The derivative of the final log-odds of a persona in a context by how often every example counts: by a factor on
     * its push, at factor 1. The parameters of every step are held in memory meanwhile.
     *
     * @throws IllegalArgumentException when the persona has all of the prior or none, so that nothing can move it
     */
    public double[] sensitivities(int persona, double... context) {
        double[] place = contexts.place(context);
        List<double[]> states = states(plan, batch -> batch);
        double[] adjoint = outer(logOddsGradient(states.getLast(), requireMovable(persona), place), place);
        double[] sensitivities = new double[signal.examples()];
        for (int step = plan.steps() - 1; step >= 0; step--) {
            addAlong(adjoint, states.get(step), step, sensitivities);
            adjoint = backThrough(adjoint, states.get(step), step);
        }
        return sensitivities;
    }

    /**
     * The final log-odds of a persona in a context, less what they would be without the example.
     *
     * @throws IllegalArgumentException when there is no such example, or nothing can move the persona
     */
    public double leaveOneOut(int example, int persona, double... context) {
        if (example < 0 || example >= signal.examples()) {
            throw new IllegalArgumentException(
                    "example " + example + " of " + signal.examples() + ": they are counted from 0");
        }
        requireMovable(persona);
        double[] place = contexts.place(context);
        TrainingPlan endOnly = plan.recordedEvery(Math.max(1, plan.steps()));
        double[] with = states(endOnly, batch -> batch).getLast();
        double[] without = states(endOnly, batch -> batch.without(example)).getLast();
        return Field.at(prior, with, place).logOdds(persona)
                - Field.at(prior, without, place).logOdds(persona);
    }

    /**
     * The log weight of a persona after training in a context: its prior and what every example added to its logit, less
     * the same of the whole cast. The {@code shown} examples that pushed hardest stand by themselves, the others together.
     */
    public Term explain(int persona, int shown, double... context) {
        Place.of(persona, prior.size());
        Term[] logits = new Term[prior.size()];
        for (int k = 0; k < logits.length; k++) {
            logits[k] = Term.sum(
                    "logit of persona " + k,
                    Term.given("log prior of persona " + k, prior.log(k)),
                    Term.largest("pushes", "example", pushes(k, context), k == persona ? shown : 0));
        }
        Term whole = Term.combined("log sum over the cast", Term.Operation.LOG_SUM_EXP, List.of(logits));
        return Term.difference("log weight of persona " + persona + " after training", logits[persona], whole);
    }

    private int requireMovable(int persona) {
        if (Double.isInfinite(prior.logOdds(Place.of(persona, prior.size())))) {
            throw new IllegalArgumentException("persona " + persona + " has prior weight " + prior.at(persona)
                    + ": no example can move its log-odds");
        }
        return persona;
    }

    /** The parameters at the steps that a plan records, when only some of each batch has its say. */
    private List<double[]> states(TrainingPlan recorded, UnaryOperator<Rows> some) {
        List<double[]> states = new ArrayList<>();
        Ascent.climb(
                prior.size() * contexts.dimension(),
                recorded,
                rate,
                (theta, batch, gradient) -> FieldSelection.addPushes(
                        prior, signal, contexts, theta, some.apply(batch), 1.0 / batch.size(), gradient),
                (step, theta) -> states.add(theta.clone()));
        return states;
    }

    /** Adds to each example of a step's batch what its push does along a direction in parameter space. */
    private void addAlong(double[] direction, double[] theta, int step, double[] sum) {
        Rows batch = plan.batch(step);
        for (int i = 0; i < batch.size(); i++) {
            int example = batch.at(i);
            double[] features = contexts.of(example);
            double[] push = new double[prior.size()];
            signal.addPush(example, Field.logits(prior, theta, features), share(step), push);
            double[] along = Field.applied(direction, features);
            for (int k = 0; k < push.length; k++) {
                sum[example] += push[k] * along[k];
            }
        }
    }

    /** The adjoint before a step from the adjoint after it: {@code lambda + eta J lambda}, J the symmetric Jacobian. */
    private double[] backThrough(double[] adjoint, double[] theta, int step) {
        double[] before = adjoint.clone();
        Rows batch = plan.batch(step);
        for (int i = 0; i < batch.size(); i++) {
            int example = batch.at(i);
            double[] features = contexts.of(example);
            double[] bent = new double[prior.size()];
            double[] logits = Field.logits(prior, theta, features);
            signal.addCurvature(example, logits, Field.applied(adjoint, features), share(step), bent);
            Field.addOuter(bent, features, before);
        }
        return before;
    }

    /** What one example of a batch counts at a step. */
    private double share(int step) {
        return rate * plan.schedule().share(step, plan.steps()) / plan.batchSize();
    }

    /** {@code d(z_k - log sum_{j != k} exp z_j) / dz}. */
    private double[] logOddsGradient(double[] theta, int persona, double[] context) {
        double[] others = Field.logits(prior, theta, context);
        others[persona] = Double.NEGATIVE_INFINITY;
        double[] gradient = Weights.softmax(LogVector.of(others)).toArray();
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = k == persona ? 1 : -gradient[k];
        }
        return gradient;
    }

    private static double[] outer(double[] logits, double[] context) {
        double[] product = new double[logits.length * context.length];
        Field.addOuter(logits, context, product);
        return product;
    }
}
