/** A result as a page in one file: no script, nothing loaded, pictures drawn where they stand. */
@NullMarked
package org.dramatis.report.html;

import org.jspecify.annotations.NullMarked;
