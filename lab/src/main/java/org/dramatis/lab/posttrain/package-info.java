/** Fine-tuning on a data set, and what the model does on probes on the way. */
@NullMarked
package org.dramatis.lab.posttrain;

import org.jspecify.annotations.NullMarked;
