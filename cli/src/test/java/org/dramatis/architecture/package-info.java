@NullMarked
package org.dramatis.architecture;

import org.jspecify.annotations.NullMarked;
