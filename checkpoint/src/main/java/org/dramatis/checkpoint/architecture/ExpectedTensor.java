package org.dramatis.checkpoint.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.checkpoint.architecture.Norms.Kind;

/** A tensor that a network needs, under its name in the files. */
public record ExpectedTensor(String name, List<Long> shape) {
    public ExpectedTensor {
        shape = List.copyOf(shape);
    }

    /** All that a network needs: a file may hold more, buffers say, and must hold these in these shapes. */
    public static List<ExpectedTensor> of(Architecture architecture) {
        List<ExpectedTensor> all = new ArrayList<>();
        all.add(matrix(architecture.embedding().tokens(), architecture.vocabulary(), architecture.width()));
        architecture
                .embedding()
                .positions()
                .ifPresent(name -> all.add(matrix(name, architecture.context(), architecture.width())));
        architecture.layers().forEach(layer -> addNorms(all, architecture, layer.prefix()));
        Projection.of(architecture).forEach(projection -> addProjection(all, projection, architecture.inputMajor()));
        addNorm(all, architecture.norms(), architecture.norms().last(), architecture.width());
        architecture
                .head()
                .weight()
                .ifPresent(name -> all.add(matrix(name, architecture.vocabulary(), architecture.width())));
        return List.copyOf(all);
    }

    private static void addNorms(List<ExpectedTensor> all, Architecture architecture, String prefix) {
        Norms norms = architecture.norms();
        Stream.of(norms.beforeAttention(), norms.afterAttention(), norms.beforeFeedForward(), norms.afterFeedForward())
                .flatMap(Optional::stream)
                .forEach(name -> addNorm(all, norms, prefix + name, architecture.width()));
        Attention attention = architecture.attention();
        attention.queryKeyNorm().ifPresent(norm -> {
            int width = attention.headWidth();
            all.add(vector(prefix + norm.query() + ".weight", norm.perHead() ? width : attention.heads() * width));
            all.add(vector(
                    prefix + norm.key() + ".weight", norm.perHead() ? width : attention.keyValueHeads() * width));
        });
    }

    private static void addNorm(List<ExpectedTensor> all, Norms norms, String module, int width) {
        all.add(vector(module + ".weight", width));
        if (norms.kind() == Kind.LAYER) {
            all.add(vector(module + ".bias", width));
        }
    }

    private static void addProjection(List<ExpectedTensor> all, Projection projection, boolean inputMajor) {
        String weight = projection.module() + ".weight";
        all.add(
                inputMajor
                        ? matrix(weight, projection.input(), projection.output())
                        : matrix(weight, projection.output(), projection.input()));
        if (projection.bias()) {
            all.add(vector(projection.module() + ".bias", projection.output()));
        }
    }

    private static ExpectedTensor matrix(String name, int rows, int columns) {
        return new ExpectedTensor(name, List.of((long) rows, (long) columns));
    }

    private static ExpectedTensor vector(String name, int length) {
        return new ExpectedTensor(name, List.of((long) length));
    }
}
