/** A result on a terminal. */
@NullMarked
package org.dramatis.report.terminal;

import org.jspecify.annotations.NullMarked;
