package org.dramatis.core.evidence;

import java.util.Arrays;

/** The loops that all reading of evidence comes down to, over columns of a panel. */
final class Columns {
    private Columns() {}

    /** {@code mixture_i = sum_k w_k exp(l_ik - m_i)}, four columns at a time to spare the traffic of the sums. */
    static void mix(double[] weights, double[] cells, int place, int stride, int length, double[] mixture) {
        Arrays.fill(mixture, 0, length, 0);
        int k = 0;
        for (; k + 3 < weights.length; k += 4) {
            addFour(weights, k, cells, k * stride + place, stride, length, mixture);
        }
        for (; k < weights.length; k++) {
            double w = weights[k];
            int column = k * stride + place;
            for (int i = 0; i < length; i++) {
                mixture[i] += w * cells[column + i];
            }
        }
    }

    private static void addFour(
            double[] weights, int k, double[] cells, int a, int stride, int length, double[] mixture) {
        double wa = weights[k];
        double wb = weights[k + 1];
        double wc = weights[k + 2];
        double wd = weights[k + 3];
        int b = a + stride;
        int c = b + stride;
        int d = c + stride;
        for (int i = 0; i < length; i++) {
            // Fused: half the arithmetic, and one rounding less each.
            double twoMore = Math.fma(wc, cells[c + i], Math.fma(wd, cells[d + i], mixture[i]));
            mixture[i] = Math.fma(wa, cells[a + i], Math.fma(wb, cells[b + i], twoMore));
        }
    }

    /** {@code sum_i cells_i scales_i}, in eight sums: additions in one chain would wait for each other. */
    static double dot(double[] cells, int column, double[] scales, int from, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        int i = 0;
        for (; i + 7 < length; i += 8) {
            int x = column + i;
            int y = from + i;
            a += cells[x] * scales[y];
            b += cells[x + 1] * scales[y + 1];
            c += cells[x + 2] * scales[y + 2];
            d += cells[x + 3] * scales[y + 3];
            e += cells[x + 4] * scales[y + 4];
            f += cells[x + 5] * scales[y + 5];
            g += cells[x + 6] * scales[y + 6];
            h += cells[x + 7] * scales[y + 7];
        }
        for (; i < length; i++) {
            a += cells[column + i] * scales[from + i];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }

    /** Adds {@code sum_i cells_i scales_i} of four columns to sums k to k + 3: the scales are read once for them all. */
    static void addFourDots(double[] cells, int a, int stride, double[] scales, int length, double[] sums, int k) {
        int b = a + stride;
        int c = b + stride;
        int d = c + stride;
        double evenA = 0;
        double evenB = 0;
        double evenC = 0;
        double evenD = 0;
        double oddA = 0;
        double oddB = 0;
        double oddC = 0;
        double oddD = 0;
        int i = 0;
        for (; i + 1 < length; i += 2) {
            double even = scales[i];
            double odd = scales[i + 1];
            evenA += cells[a + i] * even;
            evenB += cells[b + i] * even;
            evenC += cells[c + i] * even;
            evenD += cells[d + i] * even;
            oddA += cells[a + i + 1] * odd;
            oddB += cells[b + i + 1] * odd;
            oddC += cells[c + i + 1] * odd;
            oddD += cells[d + i + 1] * odd;
        }
        double last = i < length ? scales[i] : 0;
        int end = Math.min(i, length - 1); // where there is no last row, its scale is 0
        sums[k] += evenA + oddA + cells[a + end] * last;
        sums[k + 1] += evenB + oddB + cells[b + end] * last;
        sums[k + 2] += evenC + oddC + cells[c + end] * last;
        sums[k + 3] += evenD + oddD + cells[d + end] * last;
    }
}
