@NullMarked
package org.dramatis.lab.course;

import org.jspecify.annotations.NullMarked;
