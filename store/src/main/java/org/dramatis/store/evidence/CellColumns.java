package org.dramatis.store.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.dramatis.core.evidence.Reason;
import org.duckdb.DuckDBAppender;

/** A cell as columns of a table: either the first two have values or the others. */
final class CellColumns {
    static final String DEFINITIONS = "log_likelihood DOUBLE, tokens INTEGER, reason VARCHAR, detail VARCHAR";
    static final String NAMES = "log_likelihood, tokens, reason, detail";

    private CellColumns() {}

    static void append(DuckDBAppender row, Cell cell) throws SQLException {
        switch (cell) {
            case Cell.Scored(double logLikelihood, int tokens) ->
                row.append(logLikelihood).append(tokens).appendNull().appendNull();
            case Cell.Unscorable(Reason(Reason.Kind kind, String detail)) ->
                row.appendNull().appendNull().append(kind.name()).append(detail);
        }
    }

    /** Empty when the reason is of a kind that this version does not know: then the episode is scored again. */
    static Optional<Cell> read(ResultSet row, int first) throws SQLException {
        String reason = row.getString(first + 2);
        if (reason == null) {
            return Optional.of(new Cell.Scored(row.getDouble(first), row.getInt(first + 1)));
        }
        String detail = row.getString(first + 3);
        return Arrays.stream(Reason.Kind.values())
                .filter(kind -> kind.name().equals(reason))
                .findFirst()
                .map(kind -> new Cell.Unscorable(new Reason(kind, detail)));
    }
}
