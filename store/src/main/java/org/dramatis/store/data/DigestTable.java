package org.dramatis.store.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Digests of 128 bits, each with the place where it was first seen. An entry takes 24 bytes, and 5 to 11 more in a table of slots,
 * the only part that is copied when it grows.
 */
final class DigestTable {
    private static final int ENTRY = 3;
    private static final int BLOCK = 1 << 12;

    /** Entries as they came: high half, low half, place. */
    private final List<long[]> blocks = new ArrayList<>();

    /** By the low half, and from there to the next one that is free: the number of an entry, from 1. */
    private int[] slots = new int[1 << 10];

    private int size;

    /** The place of this digest, when it is known; else it is so from now on. */
    OptionalLong place(long high, long low, long place) {
        int slot = slot(high, low);
        if (slots[slot] > 0) {
            return OptionalLong.of(part(slots[slot] - 1, 2));
        }
        append(high, low, place);
        slots[slot] = size;
        if (size > slots.length / 4 * 3) {
            grow();
        }
        return OptionalLong.empty();
    }

    private int slot(long high, long low) {
        int slot = (int) low & (slots.length - 1);
        while (slots[slot] > 0 && !(part(slots[slot] - 1, 0) == high && part(slots[slot] - 1, 1) == low)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void append(long high, long low, long place) {
        if (size % BLOCK == 0) {
            blocks.add(new long[ENTRY * BLOCK]);
        }
        long[] block = blocks.getLast();
        int at = size % BLOCK * ENTRY;
        block[at] = high;
        block[at + 1] = low;
        block[at + 2] = place;
        size++;
    }

    private long part(int entry, int part) {
        return blocks.get(entry / BLOCK)[entry % BLOCK * ENTRY + part];
    }

    private void grow() {
        int[] small = slots;
        slots = new int[small.length * 2];
        Arrays.stream(small)
                .filter(entry -> entry > 0)
                .forEach(entry -> slots[slot(part(entry - 1, 0), part(entry - 1, 1))] = entry);
    }
}
