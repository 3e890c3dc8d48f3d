/** Questions that reveal behaviour, and how a model and each persona of a cast would answer them. */
@NullMarked
package org.dramatis.audit.probe;

import org.jspecify.annotations.NullMarked;
