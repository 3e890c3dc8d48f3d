/** The personas of a world as a cast under consideration. */
@NullMarked
package org.dramatis.stage.cast;

import org.jspecify.annotations.NullMarked;
