@NullMarked
package org.dramatis.lab.pretrain;

import org.jspecify.annotations.NullMarked;
