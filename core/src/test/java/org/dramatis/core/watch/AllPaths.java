package org.dramatis.core.watch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.LogVector;

/** The oracle: every path of speakers through a short chat, with its probability written out. */
final class AllPaths {
    private final int size;
    private final int turns;
    private final int[][] paths;
    private final double[] logJoint;

    AllPaths(SwitchingModel model, List<LogVector> evidence) {
        size = model.deployed().size();
        turns = evidence.size();
        paths = IntStream.range(0, (int) Math.pow(size, turns))
                .mapToObj(code -> IntStream.range(0, turns)
                        .map(t -> code / (int) Math.pow(size, t) % size)
                        .toArray())
                .toArray(int[][]::new);
        logJoint = Arrays.stream(paths)
                .mapToDouble(path -> logJoint(model, evidence, path))
                .toArray();
    }

    private static double logJoint(SwitchingModel model, List<LogVector> evidence, int[] path) {
        double h = model.hazard();
        double log =
                Math.log(model.deployed().at(path[0])) + evidence.getFirst().at(path[0]);
        for (int t = 1; t < path.length; t++) {
            double stays = path[t] == path[t - 1] ? 1 - h : 0;
            log += Math.log(stays + h * model.arrival().at(path[t]))
                    + evidence.get(t).at(path[t]);
        }
        return log;
    }

    double logLikelihood() {
        return LogSpace.logSumExp(logJoint);
    }

    /** Who spoke at a turn, given all of them. */
    double[] marginal(int turn) {
        double[] weights = new double[size];
        for (int p = 0; p < paths.length; p++) {
            weights[paths[p][turn]] += Math.exp(logJoint[p] - logLikelihood());
        }
        return weights;
    }

    double bestLogJoint() {
        return Arrays.stream(logJoint).max().orElseThrow();
    }

    double logJoint(List<Integer> path) {
        for (int p = 0; p < paths.length; p++) {
            if (Arrays.stream(paths[p]).boxed().toList().equals(path)) {
                return logJoint[p];
            }
        }
        throw new AssertionError("no path " + path);
    }
}
