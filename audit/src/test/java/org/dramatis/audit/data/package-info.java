@NullMarked
package org.dramatis.audit.data;

import org.jspecify.annotations.NullMarked;
