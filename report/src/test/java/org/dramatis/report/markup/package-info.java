@NullMarked
package org.dramatis.report.markup;

import org.jspecify.annotations.NullMarked;
