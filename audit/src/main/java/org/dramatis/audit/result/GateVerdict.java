package org.dramatis.audit.result;

import org.dramatis.core.number.Estimate;

/** A condition, and the weight that it was held against. */
public record GateVerdict(Gate gate, Estimate weight) {
    public boolean passed() {
        return !gate.fails(weight.point());
    }
}
