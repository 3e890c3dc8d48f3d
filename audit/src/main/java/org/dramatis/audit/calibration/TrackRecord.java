package org.dramatis.audit.calibration;

import java.util.List;
import org.dramatis.core.calibration.Reliability;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Proportion;

/**
 * How forecasts fared: of those that gave something about 30 %, how often did it happen?
 *
 * @param event what was forecast, after "that"
 * @param trainings how, on which runs, it was measured, for readers
 * @param bins of forecasts of about one size, in order of it
 */
public record TrackRecord(String event, String trainings, List<Bin> bins) {
    /**
     * @param predicted the mean of its forecasts
     * @param observed the share of them that came true
     * @param count of its forecasts
     */
    public record Bin(double predicted, double observed, long count) {
        public Bin {
            if (!(predicted >= 0 && predicted <= 1) || !(observed >= 0 && observed <= 1) || count < 1) {
                throw new IllegalArgumentException("a bin of " + count + " forecasts has predicted " + predicted
                        + " and observed " + observed + ": there must be at least one, and both lie in [0, 1]");
            }
        }

        /** The share that came true, with Wilson's interval. */
        public Estimate share(double level) {
            return new Proportion(Math.round(observed * count), count).wilson(level);
        }
    }

    public TrackRecord {
        bins = List.copyOf(bins);
        if (bins.isEmpty()) {
            throw new IllegalArgumentException("a record of no bins says nothing: leave it out");
        }
    }

    public static TrackRecord of(String event, String trainings, Reliability reliability) {
        return new TrackRecord(
                event,
                trainings,
                reliability.bins().stream()
                        .map(bin -> new Bin(bin.meanForecast(), bin.happened().share(), bin.count()))
                        .toList());
    }

    /** How many forecasts were made. */
    public long count() {
        return bins.stream().mapToLong(Bin::count).sum();
    }
}
