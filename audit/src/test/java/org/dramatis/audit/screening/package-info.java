@NullMarked
package org.dramatis.audit.screening;

import org.jspecify.annotations.NullMarked;
