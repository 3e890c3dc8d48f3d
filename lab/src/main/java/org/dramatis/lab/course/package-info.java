/** How a model is trained on a data set, and trainings that are done once and kept. */
@NullMarked
package org.dramatis.lab.course;

import org.jspecify.annotations.NullMarked;
