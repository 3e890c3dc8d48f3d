@NullMarked
package org.dramatis.lab;

import org.jspecify.annotations.NullMarked;
