/** Looking inside a model, and changing what goes on there. */
@NullMarked
package org.dramatis.model.inspect;

import org.jspecify.annotations.NullMarked;
