package io.github.komaseconnect.purchase;

import io.github.komaseconnect.ledger.Ledger;
import io.github.komaseconnect.ledger.Receipt;
import java.util.function.Consumer;

/**
 * A purchase invoice of which everything is known and in the archive.
 *
 * @param receipt as it is once that is recorded: with its file name, and with a PDF or without
 * @param pdfSha256 of its PDF; empty when it has none
 * @param record records what was found out, within a transaction; does nothing when that was done before
 */
record Checked(Receipt receipt, String pdfSha256, Consumer<Ledger.Books> record) {}
