/** Can this model tell the personas of this cast apart at all? */
@NullMarked
package org.dramatis.audit.check;

import org.jspecify.annotations.NullMarked;
