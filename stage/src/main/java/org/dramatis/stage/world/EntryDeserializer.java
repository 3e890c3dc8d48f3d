package org.dramatis.stage.world;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Tells a thing from the name of its file: the name is a line of text, and no thing is. */
final class EntryDeserializer extends ValueDeserializer<Entry<?>> {
    private final @Nullable JavaType type;

    /** For the library, which then asks for the one of a type. */
    EntryDeserializer() {
        this(null);
    }

    private EntryDeserializer(@Nullable JavaType type) {
        this.type = type;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new EntryDeserializer(context.getContextualType().containedType(0));
    }

    @Override
    public Entry<?> deserialize(JsonParser parser, DeserializationContext context) {
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? new Entry.InFile<>(parser.getString())
                : new Entry.Inline<>(context.readValue(parser, type));
    }

    @Override
    public Entry<?> getNullValue(DeserializationContext context) {
        return new Entry.Absent<>();
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return new Entry.Absent<>();
    }
}
