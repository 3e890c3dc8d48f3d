@NullMarked
package org.dramatis.lab.behaviour;

import org.jspecify.annotations.NullMarked;
