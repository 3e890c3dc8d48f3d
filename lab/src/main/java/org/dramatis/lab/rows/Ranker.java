package org.dramatis.lab.rows;

import java.util.List;
import java.util.Map;
import org.dramatis.core.evidence.Episode;

/** Ranks rows by what a model makes of each. What it reads of a row is read once, whatever mixtures the row is in. */
interface Ranker {
    /** Reads the rows, and is ready to rank any of them in one way or several. */
    Map<Way, Order> read(List<Episode> rows);

    /** Ranks rows that were read. */
    interface Order {
        /**
         * How suspect each is among the others.
         *
         * @param places in the rows that were read
         */
        List<Double> scores(List<Integer> places);
    }
}
