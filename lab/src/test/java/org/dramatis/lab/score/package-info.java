@NullMarked
package org.dramatis.lab.score;

import org.jspecify.annotations.NullMarked;
