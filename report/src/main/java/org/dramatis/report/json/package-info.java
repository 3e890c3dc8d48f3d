/** A result for programs. */
@NullMarked
package org.dramatis.report.json;

import org.jspecify.annotations.NullMarked;
