package org.dramatis.store.data;

/**
 * What stands where a row should, and is none.
 *
 * @param reason a sentence for the user, with the value at fault; safe to print, whatever the line holds
 */
public record BadRow(Origin origin, String reason) implements Entry {
    public BadRow {
        reason = Printable.sentence(reason);
    }

    @Override
    public String toString() {
        return Printable.sentence(origin + ": " + reason);
    }
}
