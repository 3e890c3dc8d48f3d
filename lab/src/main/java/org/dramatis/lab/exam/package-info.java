/** What a model has learnt of the world it was trained in, measured against the truth. */
@NullMarked
package org.dramatis.lab.exam;

import org.jspecify.annotations.NullMarked;
