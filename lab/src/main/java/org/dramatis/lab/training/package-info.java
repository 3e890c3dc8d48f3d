/** What the lab asks of whatever trains models. */
@NullMarked
package org.dramatis.lab.training;

import org.jspecify.annotations.NullMarked;
