package org.dramatis.audit.result;

import org.dramatis.core.number.Estimate;

/**
 * A change of the data, and what would come of it.
 *
 * @param what to do, a sentence
 * @param rows that it touches
 * @param unwanted the weight of the unwanted after training on the changed data
 */
public record Remedy(String what, int rows, Estimate unwanted) {}
