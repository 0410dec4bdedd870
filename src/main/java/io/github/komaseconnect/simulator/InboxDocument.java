package io.github.komaseconnect.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A document to be put into an inbox: a purchase invoice from somewhere. Each {@code with} gives a changed copy. */
public final class InboxDocument {
    private final Source source;
    private final Optional<Instant> createdOn;
    private final Instant visibleFrom;
    private final InvoiceStatus status;
    private final PdfAvailability pdf;
    private final Optional<String> senderCompanyId;

    interface Source {
        InputStream open() throws IOException;
    }

    private InboxDocument(
            Source source,
            Optional<Instant> createdOn,
            Instant visibleFrom,
            InvoiceStatus status,
            PdfAvailability pdf,
            Optional<String> senderCompanyId) {
        this.source = source;
        this.createdOn = createdOn;
        this.visibleFrom = visibleFrom;
        this.status = status;
        this.pdf = pdf;
        this.senderCompanyId = senderCompanyId;
    }

    private static InboxDocument from(Source source) {
        return new InboxDocument(
                source,
                Optional.empty(),
                Instant.MIN,
                InvoiceStatus.RECEIVED,
                PdfAvailability.atOnce(),
                Optional.empty());
    }

    /** An XML document, usually UBL, with or without prolog; created now, received, its PDF made at the first request. */
    public static InboxDocument of(byte[] xml) {
        byte[] copy = xml.clone();
        return from(() -> new ByteArrayInputStream(copy));
    }

    /** The same, from text. */
    public static InboxDocument of(String xml) {
        return of(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, from a file, which may be large. */
    public static InboxDocument of(Path file) {
        return from(() -> Files.newInputStream(file));
    }

    /** With this CreatedOn (milliseconds count) instead of now. */
    public InboxDocument withCreatedOn(Instant instant) {
        return new InboxDocument(source, Optional.of(instant), visibleFrom, status, pdf, senderCompanyId);
    }

    /** In no list and not to be fetched before this moment, by the simulator's clock. */
    public InboxDocument visibleFrom(Instant instant) {
        return new InboxDocument(source, createdOn, instant, status, pdf, senderCompanyId);
    }

    /** In no list and not to be fetched before {@link Simulator#reveal}. */
    public InboxDocument hidden() {
        return visibleFrom(Instant.MAX);
    }

    /** With this status instead of 10, received. */
    public InboxDocument withStatus(InvoiceStatus newStatus) {
        return new InboxDocument(source, createdOn, visibleFrom, newStatus, pdf, senderCompanyId);
    }

    /** How long its PDF takes, when it carries none itself. */
    public InboxDocument withPdf(PdfAvailability availability) {
        return new InboxDocument(source, createdOn, visibleFrom, status, availability, senderCompanyId);
    }

    /** Sent by a company with this Company ID; without, it came over Peppol. */
    public InboxDocument withSender(String companyId) {
        return new InboxDocument(source, createdOn, visibleFrom, status, pdf, Optional.of(companyId));
    }

    Source source() {
        return source;
    }

    Optional<Instant> createdOn() {
        return createdOn;
    }

    Instant visibleFrom() {
        return visibleFrom;
    }

    InvoiceStatus status() {
        return status;
    }

    PdfAvailability pdf() {
        return pdf;
    }

    Optional<String> senderCompanyId() {
        return senderCompanyId;
    }
}
