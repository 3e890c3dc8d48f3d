/** What episodes say about the cast: evidence per token, per episode and for whole data sets, and the posterior. */
@NullMarked
package org.dramatis.core.evidence;

import org.jspecify.annotations.NullMarked;
