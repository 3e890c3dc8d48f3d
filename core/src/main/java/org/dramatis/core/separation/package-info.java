/** Whether a model can tell the personas of a cast apart at all. */
@NullMarked
package org.dramatis.core.separation;

import org.jspecify.annotations.NullMarked;
