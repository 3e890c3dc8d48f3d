/** What training on a data set is forecast to do, and the files from which that follows. */
@NullMarked
package org.dramatis.lab.forecast;

import org.jspecify.annotations.NullMarked;
