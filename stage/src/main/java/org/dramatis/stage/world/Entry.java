package org.dramatis.stage.world;

import tools.jackson.databind.annotation.JsonDeserialize;

/** What stands in a world file where a thing is expected. */
@JsonDeserialize(using = EntryDeserializer.class)
sealed interface Entry<T> {
    record Inline<T>(T thing) implements Entry<T> {}

    /** The name of a file that holds it. */
    record InFile<T>(String name) implements Entry<T> {}

    record Absent<T>() implements Entry<T> {}
}
