/** The command line: a thin face. Each command reads its options, calls a use case and prints the result. */
@NullMarked
package org.dramatis.cli;

import org.jspecify.annotations.NullMarked;
