@NullMarked
package org.dramatis.lab.exam;

import org.jspecify.annotations.NullMarked;
