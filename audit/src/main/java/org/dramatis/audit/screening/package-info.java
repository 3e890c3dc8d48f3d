/** Of a large cast, who is worth exact evidence: chosen by one forward and one backward pass over each reply. */
@NullMarked
package org.dramatis.audit.screening;

import org.jspecify.annotations.NullMarked;
