@NullMarked
package org.dramatis.lab.experiment;

import org.jspecify.annotations.NullMarked;
