/** Who the bare assistant is before any training. */
@NullMarked
package org.dramatis.audit.prior;

import org.jspecify.annotations.NullMarked;
