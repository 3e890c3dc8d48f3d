package org.dramatis.torch.generate;

/** Ids in falling order of weight, of equal ones the lower first: a heap, since only the first few are wanted. */
final class Likeliest {
    private final double[] weights;
    private final int[] heap;
    private int size;

    Likeliest(double[] weights) {
        this.weights = weights;
        this.size = weights.length;
        this.heap = new int[size];
        for (int i = 0; i < size; i++) {
            heap[i] = i;
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    /** At most as often as there are ids. */
    int next() {
        int first = heap[0];
        heap[0] = heap[--size];
        sink(0);
        return first;
    }

    private void sink(int from) {
        int id = heap[from];
        int place = from;
        for (int child = 2 * place + 1; child < size; child = 2 * place + 1) {
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], id)) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = id;
    }

    private boolean before(int a, int b) {
        return weights[a] > weights[b] || (weights[a] == weights[b] && a < b);
    }
}
