package org.dramatis.torch.inspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;
import org.dramatis.model.inspect.Site;
import org.dramatis.torch.network.Batch;
import org.dramatis.torch.network.Hooks;

/**
 * Lets the record for gradients begin at the first of some sites: parameters need none, so what lies before it is calculated
 * without one. A site is seen after the changes made there.
 */
final class SiteTrace implements Hooks {
    private final Hooks changes;
    private final Set<Site> sites;
    private final Map<Site, Tensor> seen = new LinkedHashMap<>();

    SiteTrace(Hooks changes, Set<Site> sites) {
        this.changes = changes;
        this.sites = sites;
    }

    @Override
    public Tensor at(Batch batch, int layer, Site.Place place, Tensor activations) {
        Tensor changed = changes.at(batch, layer, place, activations);
        Site site = new Site(layer, place);
        if (!sites.contains(site)) {
            return changed;
        }
        Tensor traced = changed.requires_grad() ? changed : changed.detach().set_requires_grad(true);
        seen.put(site, traced);
        return traced;
    }

    /** In the order of {@code wanted}. */
    List<Tensor> seen(List<Site> wanted) {
        return wanted.stream()
                .map(site -> Objects.requireNonNull(seen.get(site)))
                .toList();
    }
}
