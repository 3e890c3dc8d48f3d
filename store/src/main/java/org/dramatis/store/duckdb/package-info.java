/** DuckDB inside this process: how it is opened, and what it may not do. */
@NullMarked
package org.dramatis.store.duckdb;

import org.jspecify.annotations.NullMarked;
