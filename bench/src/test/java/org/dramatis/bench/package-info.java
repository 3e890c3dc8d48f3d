@NullMarked
package org.dramatis.bench;

import org.jspecify.annotations.NullMarked;
