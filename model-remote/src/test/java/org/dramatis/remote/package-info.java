/** Servers that are made up, in every dialect and with every fault. */
@NullMarked
package org.dramatis.remote;

import org.jspecify.annotations.NullMarked;
