@NullMarked
package org.dramatis.report.json;

import org.jspecify.annotations.NullMarked;
