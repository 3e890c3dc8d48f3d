@NullMarked
package org.dramatis.lab.forecast;

import org.jspecify.annotations.NullMarked;
