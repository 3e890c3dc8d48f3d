@NullMarked
package org.dramatis.report;

import org.jspecify.annotations.NullMarked;
