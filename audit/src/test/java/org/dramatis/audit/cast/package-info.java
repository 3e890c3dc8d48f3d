@NullMarked
package org.dramatis.audit.cast;

import org.jspecify.annotations.NullMarked;
