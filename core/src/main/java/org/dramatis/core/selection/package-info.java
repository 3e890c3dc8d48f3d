/** How training moves the weights over the cast, in every context, and which rows move them. */
@NullMarked
package org.dramatis.core.selection;

import org.jspecify.annotations.NullMarked;
