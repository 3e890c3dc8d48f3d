package org.dramatis.report.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Room for labels one above the other: between {@code top} and {@code bottom}, {@code gap} apart. */
record LabelColumn(double top, double bottom, double gap) {

    /** Places near the wanted ones, in the same order, with no two nearer than the gap where there is room for all. */
    List<Double> placed(List<Double> wanted) {
        List<Integer> order = IntStream.range(0, wanted.size())
                .boxed()
                .sorted(Comparator.comparing(wanted::get))
                .toList();
        double distance = Math.min(gap, (bottom - top) / Math.max(1, wanted.size() - 1));
        List<Cluster> clusters = new ArrayList<>();
        for (int place : order) {
            Cluster cluster = new Cluster(1, wanted.get(place)).within(top, bottom, distance);
            while (!clusters.isEmpty() && clusters.getLast().end(distance) + distance > cluster.start(distance)) {
                cluster = clusters.removeLast().with(cluster).within(top, bottom, distance);
            }
            clusters.add(cluster);
        }
        Double[] placed = new Double[wanted.size()];
        int next = 0;
        for (Cluster cluster : clusters) {
            for (int i = 0; i < cluster.size(); i++) {
                placed[order.get(next)] = cluster.start(distance) + i * distance;
                next++;
            }
        }
        return Arrays.asList(placed);
    }

    /** Labels that touch, around their middle. */
    private record Cluster(int size, double middle) {
        double start(double gap) {
            return middle - gap * (size - 1) / 2;
        }

        double end(double gap) {
            return middle + gap * (size - 1) / 2;
        }

        Cluster with(Cluster below) {
            int both = size + below.size;
            return new Cluster(both, (size * middle + below.size * below.middle) / both);
        }

        Cluster within(double top, double bottom, double gap) {
            double half = gap * (size - 1) / 2;
            return new Cluster(size, Math.max(top + half, Math.min(bottom - half, middle)));
        }
    }
}
