@NullMarked
package org.dramatis.audit.check;

import org.jspecify.annotations.NullMarked;
