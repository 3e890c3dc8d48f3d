package org.dramatis.checkpoint.architecture;

import java.util.List;
import java.util.Set;

/**
 * The names of the tensors in the files, because a configuration does not say under which of several names a network was
 * saved. Without any, each family's usual names hold.
 */
record TensorNames(Set<String> names) {
    TensorNames {
        names = Set.copyOf(names);
    }

    /** The first of the roots under which there is a tensor of this name, or else the first. */
    String root(String tensor, List<String> roots) {
        return roots.stream()
                .filter(root -> names.contains(root + tensor))
                .findFirst()
                .orElse(roots.getFirst());
    }
}
