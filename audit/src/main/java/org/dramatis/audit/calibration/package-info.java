/** How fast real training moved the weights, so that a forecast can say how far a run will go. */
@NullMarked
package org.dramatis.audit.calibration;

import org.jspecify.annotations.NullMarked;
