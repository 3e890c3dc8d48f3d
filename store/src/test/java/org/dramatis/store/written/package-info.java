@NullMarked
package org.dramatis.store.written;

import org.jspecify.annotations.NullMarked;
