/** What a model does on probes: how probable each listed answer is to it, and to it in each persona's frame. */
@NullMarked
package org.dramatis.lab.behaviour;

import org.jspecify.annotations.NullMarked;
