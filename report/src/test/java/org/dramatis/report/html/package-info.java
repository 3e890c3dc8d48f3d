@NullMarked
package org.dramatis.report.html;

import org.jspecify.annotations.NullMarked;
