/** Who is speaking while a chat runs: the weights turn by turn, and where more shots will lead. */
@NullMarked
package org.dramatis.core.watch;

import org.jspecify.annotations.NullMarked;
