package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ResponseAction;
import io.github.komaseconnect.econnect.ResponseReason;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.ledger.LedgerResponse;
import io.github.komaseconnect.ledger.ResponseAttempt;
import io.github.komaseconnect.ledger.ResponseState;
import io.github.komaseconnect.reason.OneLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;

/** Turns the rows of answers to suppliers into records. */
final class ResponseRows {
    private ResponseRows() {}

    /** Codes with their texts, {@code CODE=text} on a line each. */
    static String lines(Map<? extends Enum<?>, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> entry.getKey().name() + "=" + OneLine.of(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static <E extends Enum<E>> Map<E, String> texts(Class<E> codes, String lines) {
        Map<E, String> texts = new EnumMap<>(codes);
        lines.lines().forEach(line -> {
            int equals = line.indexOf('=');
            texts.put(Enum.valueOf(codes, line.substring(0, equals)), line.substring(equals + 1));
        });
        return texts;
    }

    static LedgerResponse response(ResultSet row, StatementContext context) throws SQLException {
        return new LedgerResponse(
                row.getLong("id"),
                row.getLong("invoice_id"),
                row.getString("company"),
                new InvoiceResponse(
                        ResponseStatus.valueOf(row.getString("status")),
                        texts(ResponseReason.class, row.getString("reasons")),
                        texts(ResponseAction.class, row.getString("actions")),
                        row.getString("note")),
                ResponseState.valueOf(row.getString("state")),
                row.getLong("order_id"),
                row.getString("file_name"),
                Rows.time(row, "due_at"),
                row.getInt("tries"),
                Rows.time(row, "failing_since"),
                row.getString("who"),
                Rows.reason(row),
                Rows.at(row, "created_at"));
    }

    static ResponseAttempt attempt(ResultSet row, StatementContext context) throws SQLException {
        return new ResponseAttempt(
                row.getLong("id"),
                row.getLong("response_id"),
                ResponseStatus.valueOf(row.getString("status")),
                Rows.at(row, "started_at"),
                Rows.time(row, "ended_at"),
                row.getString("outcome"),
                row.getString("reason_nl"),
                row.getString("reason_en"));
    }
}
