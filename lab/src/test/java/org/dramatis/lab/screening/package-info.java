@NullMarked
package org.dramatis.lab.screening;

import org.jspecify.annotations.NullMarked;
