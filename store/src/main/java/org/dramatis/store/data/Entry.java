package org.dramatis.store.data;

/** What a piece of a data file turned out to be. */
public sealed interface Entry permits Row, BadRow {
    Origin origin();
}
