@NullMarked
package org.dramatis.store.evidence;

import org.jspecify.annotations.NullMarked;
