package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.company.Attachments;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.invoice.DocumentType;
import io.github.komaseconnect.ledger.Attempt;
import io.github.komaseconnect.ledger.Channel;
import io.github.komaseconnect.ledger.Delivery;
import io.github.komaseconnect.ledger.Delivery.Passage;
import io.github.komaseconnect.ledger.DeliveryState;
import io.github.komaseconnect.ledger.Direction;
import io.github.komaseconnect.ledger.InvoiceState;
import io.github.komaseconnect.ledger.LedgerEvent;
import io.github.komaseconnect.ledger.LedgerInvoice;
import io.github.komaseconnect.ledger.Pause;
import io.github.komaseconnect.ledger.Place;
import io.github.komaseconnect.ledger.Receipt;
import io.github.komaseconnect.ledger.WorkOrder;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.Language;
import io.github.komaseconnect.relation.SendingMethod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Turns rows into records. */
final class Rows {
    private Rows() {}

    static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static long millis(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(0L);
    }

    static Optional<Reason> reason(ResultSet row) throws SQLException {
        String code = row.getString("reason_code");
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Reason(
                code,
                row.getString("reason_nl"),
                row.getString("reason_en"),
                row.getString("advice_nl"),
                row.getString("advice_en")));
    }

    static LedgerInvoice invoice(ResultSet row) throws SQLException {
        String type = row.getString("document_type");
        return new LedgerInvoice(
                row.getLong("id"),
                row.getString("company"),
                Direction.valueOf(row.getString("direction")),
                type.isEmpty() ? Optional.empty() : Optional.of(DocumentType.valueOf(type)),
                row.getString("number"),
                row.getString("party"),
                row.getString("supplier"),
                row.getString("issue_date"),
                row.getString("currency"),
                row.getString("amount"),
                row.getString("external_id"),
                row.getString("sha256"),
                row.getString("pdf_sha256"),
                row.getString("original_name"),
                row.getString("stem"),
                row.getInt("has_xml") == 1,
                row.getInt("has_pdf") == 1,
                new LedgerInvoice.Whereabouts(
                        Place.valueOf(row.getString("place")),
                        row.getString("place_path"),
                        Place.valueOf(row.getString("from_place")),
                        row.getString("from_path"),
                        row.getInt("placed") == 1),
                row.getString("archive"),
                InvoiceState.valueOf(row.getString("state")),
                reason(row),
                at(row, "created_at"),
                at(row, "changed_at"));
    }

    static Delivery delivery(ResultSet row) throws SQLException {
        String addresses = row.getString("addresses");
        return new Delivery(
                row.getLong("id"),
                row.getLong("invoice_id"),
                row.getString("company"),
                new Destination(
                        SendingMethod.valueOf(row.getString("method")),
                        addresses.isEmpty() ? List.of() : List.of(addresses.split("\n")),
                        Language.valueOf(row.getString("language")),
                        row.getString("relation_number"),
                        row.getString("relation_name"),
                        row.getString("relation_row"),
                        row.getString("why_nl"),
                        row.getString("why_en"),
                        PrintWishes.kept(row.getString("print_wishes")),
                        Attachments.of(row.getString("attachments")).orElse(Attachments.PDF_AND_UBL)),
                DeliveryState.valueOf(row.getString("state")),
                time(row, "due_at"),
                row.getInt("attempts"),
                time(row, "failing_since"),
                row.getString("reference"),
                at(row, "created_at"),
                at(row, "changed_at"),
                passage(row));
    }

    private static Optional<Passage> passage(ResultSet row) throws SQLException {
        String gateway = row.getString("gateway");
        return gateway.isEmpty()
                ? Optional.empty()
                : Optional.of(new Passage(Gateway.valueOf(gateway), row.getString("document_id")));
    }

    static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getLong("id"),
                row.getLong("delivery_id"),
                row.getInt("number"),
                at(row, "started_at"),
                time(row, "ended_at"),
                row.getString("outcome"),
                row.getString("reference"),
                row.getString("reason_code"),
                row.getString("reason_nl"),
                row.getString("reason_en"),
                row.getString("node"));
    }

    static LedgerEvent event(ResultSet row) throws SQLException {
        return new LedgerEvent(
                at(row, "at"),
                row.getString("kind"),
                row.getString("who"),
                row.getString("text_nl"),
                row.getString("text_en"));
    }

    static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getLong("invoice_id"),
                row.getString("company"),
                row.getString("external_id"),
                InvoiceState.valueOf(row.getString("state")),
                at(row, "created_on"),
                row.getInt("tries"),
                time(row, "pdf_wait_until"),
                row.getString("file_name"),
                row.getInt("has_pdf") == 1,
                row.getString("archive"),
                row.getString("staged_in"),
                Gateway.valueOf(row.getString("gateway")),
                row.getString("party"),
                row.getString("supplier"),
                row.getString("number"));
    }

    static Pause pause(ResultSet row) throws SQLException {
        return new Pause(
                row.getString("company"),
                Channel.valueOf(row.getString("channel")),
                row.getString("reason_code"),
                row.getString("reason_nl"),
                row.getString("reason_en"),
                row.getString("who"),
                at(row, "since"),
                time(row, "probe_at"));
    }

    static WorkOrder order(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new WorkOrder(
                row.getLong("id"),
                WorkOrder.Kind.valueOf(row.getString("kind")),
                row.getString("company"),
                row.getLong("invoice_id"),
                row.getString("argument"),
                row.getString("who"),
                at(row, "placed_at"),
                time(row, "finished_at"),
                outcome.isEmpty() ? WorkOrder.Outcome.WAITING : WorkOrder.Outcome.valueOf(outcome),
                row.getString("answer_nl"),
                row.getString("answer_en"));
    }
}
