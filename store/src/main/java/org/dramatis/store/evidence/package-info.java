/** Evidence out: what a model found of episodes, kept so that it is computed once, and written for people to read. */
@NullMarked
package org.dramatis.store.evidence;

import org.jspecify.annotations.NullMarked;
