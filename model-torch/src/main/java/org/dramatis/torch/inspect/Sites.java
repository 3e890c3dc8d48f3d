package org.dramatis.torch.inspect;

import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.model.inspect.Site;

/** Which sites a model has. */
final class Sites {
    private Sites() {}

    /** @throws IllegalArgumentException when the site is in a layer that is not there */
    static void require(Site site, Architecture architecture) {
        if (site.layer() >= architecture.layers().size()) {
            throw new IllegalArgumentException("a site in layer " + site.layer() + ": the model has layers 0 to "
                    + (architecture.layers().size() - 1));
        }
    }
}
