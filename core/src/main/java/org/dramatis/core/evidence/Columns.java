package org.dramatis.core.evidence;

import java.util.Arrays;

/** The two loops that all reading of evidence comes down to, over columns of a panel. */
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
            mixture[i] += (wa * cells[a + i] + wb * cells[b + i]) + (wc * cells[c + i] + wd * cells[d + i]);
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
}
