/** Data sets as users have them, with the truth about every row. */
@NullMarked
package org.dramatis.stage.recipe;

import org.jspecify.annotations.NullMarked;
