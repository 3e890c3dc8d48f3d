/** How good forecasts were, and the maps that turn a score into a probability. */
@NullMarked
package org.dramatis.core.calibration;

import org.jspecify.annotations.NullMarked;
