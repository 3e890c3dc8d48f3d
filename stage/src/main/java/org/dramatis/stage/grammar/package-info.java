/** A small language of templates, and the choices that are made in it. */
@NullMarked
package org.dramatis.stage.grammar;

import org.jspecify.annotations.NullMarked;
