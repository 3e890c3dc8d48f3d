@NullMarked
package org.dramatis.store.duckdb;

import org.jspecify.annotations.NullMarked;
