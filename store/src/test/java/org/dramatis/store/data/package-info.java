@NullMarked
package org.dramatis.store.data;

import org.jspecify.annotations.NullMarked;
