@NullMarked
package org.dramatis.stage.recipe;

import org.jspecify.annotations.NullMarked;
