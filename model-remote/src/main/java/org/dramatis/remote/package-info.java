/** A model that somebody serves, scored and sampled over HTTP. */
@NullMarked
package org.dramatis.remote;

import org.jspecify.annotations.NullMarked;
