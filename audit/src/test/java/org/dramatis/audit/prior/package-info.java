@NullMarked
package org.dramatis.audit.prior;

import org.jspecify.annotations.NullMarked;
