/**
 * When enough of the data has been read for a verdict.
 *
 * <p>The verdict on a data set is a mean over its episodes of something bounded. For "how much of this data does
 * persona k speak" that is the responsibility {@code r_k(e)}, in [0, 1] by nature: nothing is clipped, and the mean
 * is what the data add to the weight of k. For "how strongly does it speak" it is the evidence for k against the
 * mixture, clipped at a number of nats that the verdict states beside it: the mean is then of the clipped evidence,
 * in which no single episode can outvote hundreds.
 */
@NullMarked
package org.dramatis.core.stopping;

import org.jspecify.annotations.NullMarked;
