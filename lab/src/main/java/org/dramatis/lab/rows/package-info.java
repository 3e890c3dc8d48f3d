/** How well wrong rows are found among good ones, by the audit and by what one would do without it. */
@NullMarked
package org.dramatis.lab.rows;

import org.jspecify.annotations.NullMarked;
