@NullMarked
package org.dramatis.stage.world;

import org.jspecify.annotations.NullMarked;
