package org.dramatis.audit.result;

import java.util.List;

/**
 * What was audited.
 *
 * @param model the name of its folder or its address
 * @param cast by its name
 * @param data as the user named it
 */
public record Subject(String model, String cast, List<String> data, long seed) {
    public Subject {
        data = List.copyOf(data);
    }
}
