@NullMarked
package org.dramatis.audit.context;

import org.jspecify.annotations.NullMarked;
