package org.dramatis.checkpoint.text.jinja;

/**
 * How much a template may do. Every step costs one, and every text and list that is made costs its length: so time and memory
 * are bounded whatever the template does, and the same on every machine.
 */
final class Budget {
    /** Characters that are searched or compared in the time of one step, roughly. */
    private static final int READ_PER_STEP = 64;

    private static final int ITEM = 4;

    private final long most;
    private long spent;

    Budget(long most) {
        this.most = most;
    }

    void spend(long cost) {
        spent += cost;
        if (spent > most) {
            throw new EvaluationException(
                    "the template does more than " + most + " steps and characters: it is stopped");
        }
    }

    /**
     * Pays for a value that was made. A list pays for all that is below it, however often the same thing is: what takes long to
     * print or to compare took long to make.
     */
    Value made(Value value) {
        if (value instanceof Value.Text(String text)) {
            spend(text.length());
        } else {
            spendItems(value);
        }
        return value;
    }

    private void spendItems(Value value) {
        spend(ITEM);
        switch (value) {
            case Value.Sequence sequence -> sequence.items().forEach(this::spendItems);
            case Value.Mapping mapping -> mapping.entries().values().forEach(this::spendItems);
            default -> {}
        }
    }

    /** Pays for reading all of a value. */
    void read(Value value) {
        if (value instanceof Value.Text(String text)) {
            spend(text.length() / READ_PER_STEP);
        } else {
            spendItems(value);
        }
    }
}
