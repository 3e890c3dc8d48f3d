package org.dramatis.report.picture;

import org.dramatis.report.markup.Markup.Element;

/** Something that can be drawn at any width that a page has, so that its words keep their size. */
public interface Picture {
    Element drawn(int width);
}
