@NullMarked
package org.dramatis.lab.posttrain;

import org.jspecify.annotations.NullMarked;
