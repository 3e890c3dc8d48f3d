@NullMarked
package org.dramatis.audit.explain;

import org.jspecify.annotations.NullMarked;
