/** Pictures of numbers as SVG: scales and axes, lines with bands, bars with whiskers, dumbbells, heat maps, dots. */
@NullMarked
package org.dramatis.report.picture;

import org.jspecify.annotations.NullMarked;
