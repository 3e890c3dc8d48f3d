/** The use cases: from data to verdicts about who the assistant is and becomes. */
@NullMarked
package org.dramatis.audit;

import org.jspecify.annotations.NullMarked;
