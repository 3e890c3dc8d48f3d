/** How well forecasts, and their cheap rivals, foretold what trainings did. */
@NullMarked
package org.dramatis.lab.score;

import org.jspecify.annotations.NullMarked;
