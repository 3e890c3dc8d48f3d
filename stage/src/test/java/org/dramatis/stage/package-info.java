@NullMarked
package org.dramatis.stage;

import org.jspecify.annotations.NullMarked;
