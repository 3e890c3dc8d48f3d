/** Data sets in: everything in its files becomes a row in the words of the core, or the reason why it does not. */
@NullMarked
package org.dramatis.store.data;

import org.jspecify.annotations.NullMarked;
