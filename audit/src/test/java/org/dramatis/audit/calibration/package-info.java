@NullMarked
package org.dramatis.audit.calibration;

import org.jspecify.annotations.NullMarked;
