/** Files that people write, in YAML or JSON: read strictly, and what is wrong is said with its place. */
@NullMarked
package org.dramatis.store.written;

import org.jspecify.annotations.NullMarked;
