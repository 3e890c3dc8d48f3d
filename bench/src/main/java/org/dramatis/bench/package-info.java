/** How fast the core is: small benchmarks for JMH, and the work that side-by-side runs time. */
@NullMarked
package org.dramatis.bench;

import org.jspecify.annotations.NullMarked;
