/** Who may be speaking: personas, the frames that make a model play them, and the cast under consideration. */
@NullMarked
package org.dramatis.core.cast;

import org.jspecify.annotations.NullMarked;
