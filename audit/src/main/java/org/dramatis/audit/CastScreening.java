package org.dramatis.audit;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dramatis.audit.data.EpisodeSample;
import org.dramatis.audit.prior.BarePrior;
import org.dramatis.audit.prior.OwnReply;
import org.dramatis.audit.screening.FirstOrder;
import org.dramatis.audit.screening.Screener;
import org.dramatis.audit.screening.Survivors;
import org.dramatis.core.evidence.Episode;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.store.data.DataSet;
import org.dramatis.store.evidence.KeptEvidence;

/**
 * Chooses for an audit before a large cast those whose evidence it needs.
 *
 * @param data replies that are read to first order
 * @param most personas that survive for being near
 */
public record CastScreening(Audit audit, Inspectable inside, List<Episode> data, int most) {
    /** Rows of the data that are read at most: of a persona that says one in a hundred, some ten. */
    private static final int ROWS_READ = 1_000;

    /** Replies of the assistant that are read at most. */
    private static final int OWN_READ = 200;

    public CastScreening {
        data = List.copyOf(data);
        if (most < 1) {
            throw new IllegalArgumentException("screening for " + most + " personas: keep at least 1");
        }
    }

    /**
     * On a random sample of the data; texts that answer nothing are none of it.
     *
     * @throws IllegalArgumentException when the model cannot be looked into
     */
    public static CastScreening of(Audit audit, DataSet data, int most) {
        AuditPlan plan = audit.plan();
        Inspectable inside = audit.model()
                .inside()
                .orElseThrow(() -> new IllegalArgumentException("screening for " + most
                        + " personas: the model shows no activations and no gradients, which a screening reads; give"
                        + " '--screen off'"));
        return new CastScreening(
                audit, inside, EpisodeSample.withRejected(data, ROWS_READ, plan.turns(), plan.seed()), most);
    }

    /** Empty where nobody is left out. */
    public Optional<Survivors> run() {
        List<Episode> own = own();
        return FirstOrder.of(
                        audit.scorer().cast(),
                        audit.model(),
                        inside,
                        own,
                        audit.scorer().frames().kept().map(KeptEvidence::findings))
                .flatMap(read -> new Screener(
                                audit.scorer().cast(),
                                read,
                                most,
                                audit.plan().named(),
                                audit.plan().unwanted())
                        .screen(data, own));
    }

    /** From all over: replies to one question stand together. */
    private List<Episode> own() {
        List<OwnReply> all = new BarePrior(
                        audit.scorer(), audit.model(), audit.plan().questions())
                .replies(audit.plan().seed());
        int some = Math.min(OWN_READ, all.size());
        return IntStream.range(0, some)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / some)).episode())
                .toList();
    }
}
