@NullMarked
package org.dramatis.audit.result;

import org.jspecify.annotations.NullMarked;
