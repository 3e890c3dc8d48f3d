@NullMarked
package org.dramatis.audit.unmodelled;

import org.jspecify.annotations.NullMarked;
