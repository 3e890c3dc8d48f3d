@NullMarked
package org.dramatis.audit.inoculate;

import org.jspecify.annotations.NullMarked;
