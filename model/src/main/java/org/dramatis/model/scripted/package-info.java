/** A model that follows a script, for tests of what stands on models. */
@NullMarked
package org.dramatis.model.scripted;

import org.jspecify.annotations.NullMarked;
