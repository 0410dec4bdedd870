package io.github.komaseconnect.simulator;

import io.github.komaseconnect.simulator.StoredDocument.Box;
import io.github.komaseconnect.simulator.StoredDocument.Party;
import io.github.komaseconnect.simulator.StoredDocument.Template;
import io.github.komaseconnect.simulator.StoredDocument.Transaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Puts documents into boxes. */
final class Postman {
    private final Platform platform;

    Postman(Platform platform) {
        this.platform = platform;
    }

    /** Puts a document from outside into an inbox and gives its ExternalId. */
    String deliver(String companyId, InboxDocument document) {
        SimulatedCompany owner = platform.directory().company(companyId);
        Content file = fileOf(document);
        Content content = withoutProlog(file);
        UblFacts facts = factsOf(content);
        Instant createdOn = document.createdOn()
                .map(instant -> instant.truncatedTo(ChronoUnit.MILLIS))
                .orElseGet(platform::now);
        Party sender = new Party(document.senderCompanyId().orElse(""), facts.supplier());
        long number = platform.boxes().nextNumber();
        DeliveryMethod method =
                document.senderCompanyId().isPresent() ? DeliveryMethod.TO_INBOX : DeliveryMethod.TO_PEPPOL;
        Template template = platform.templateFor(facts.root());
        StoredDocument stored = new StoredDocument(
                inboxId(number),
                number,
                Box.INBOX,
                owner,
                subject(template, facts),
                createdOn,
                new Visibility(document.visibleFrom()),
                sender,
                new Party(companyId, owner.name()),
                new Standing(document.status(), createdOn, sender.name()),
                template,
                new Transaction(messageId(number), Optional.empty(), method, sender.companyId(), companyId),
                facts,
                content,
                new PdfDesk(document.pdf(), platform.clock()),
                new PsbCopy(UUID.randomUUID().toString(), file));
        platform.boxes().add(stored);
        platform.psb().received(stored, document.visibleFrom());
        return stored.externalId();
    }

    /** Sends a document for somebody who is at another program, and gives its ExternalId. */
    String mailed(String companyId, String to, InboxDocument document) {
        Content file = fileOf(document);
        Content content = withoutProlog(file);
        UblFacts facts = factsOf(content);
        Optional<SimulatedCompany> receiver = platform.directory().find(to);
        return post(new Shipment(
                        platform.directory().company(companyId),
                        to,
                        receiver,
                        receiver.isPresent() ? DeliveryMethod.TO_INBOX : DeliveryMethod.TO_PEPPOL,
                        platform.templateFor(facts.root()),
                        facts,
                        content,
                        new PsbCopy(UUID.randomUUID().toString(), file)))
                .externalId();
    }

    /** Puts a sent document into the sender's outbox, and into the receiver's inbox when that is one of ours. */
    StoredDocument post(Shipment shipment) {
        long number = platform.boxes().nextNumber();
        Instant now = platform.now();
        Content content = platform.spool().store(shipment.payload());
        Party sender =
                new Party(shipment.sender().companyId(), shipment.sender().name());
        Party receiver = shipment.receiver()
                .map(company -> new Party(company.companyId(), company.name()))
                .orElseGet(() -> new Party("", shipment.facts().customer()));
        Standing standing = new Standing(InvoiceStatus.RECEIVED, now, sender.name());
        Transaction transaction = new Transaction(
                messageId(number),
                ReceiverId.canonical(shipment.to()).filter(id -> shipment.method() == DeliveryMethod.TO_PEPPOL),
                shipment.method(),
                sender.companyId(),
                shipment.to());
        StoredDocument sent = new StoredDocument(
                "XCNLOUT" + number,
                number,
                Box.OUTBOX,
                shipment.sender(),
                subject(shipment.template(), shipment.facts()),
                now,
                new Visibility(now.plus(platform.outboxDelay())),
                sender,
                receiver,
                standing,
                shipment.template(),
                transaction,
                shipment.facts(),
                content,
                new PdfDesk(platform.pdfOfDeliveries(), platform.clock()),
                shipment.psb());
        platform.boxes().add(sent);
        shipment.receiver().filter(company -> arrives(shipment.method())).ifPresent(company -> {
            StoredDocument copy = copyFor(company, sent);
            platform.boxes().add(copy);
            platform.psb().received(copy, Instant.MIN);
        });
        return sent;
    }

    private StoredDocument copyFor(SimulatedCompany receiver, StoredDocument sent) {
        long number = platform.boxes().nextNumber();
        return new StoredDocument(
                inboxId(number),
                number,
                Box.INBOX,
                receiver,
                sent.subject(),
                sent.createdOn(),
                new Visibility(Instant.MIN),
                sent.sender(),
                sent.receiver(),
                sent.standing(),
                sent.template(),
                sent.transaction(),
                sent.facts(),
                sent.content(),
                new PdfDesk(platform.pdfOfDeliveries(), platform.clock()),
                new PsbCopy(UUID.randomUUID().toString(), sent.psb().file()));
    }

    private static boolean arrives(DeliveryMethod method) {
        return method == DeliveryMethod.TO_INBOX || method == DeliveryMethod.TO_PEPPOL;
    }

    private Content fileOf(InboxDocument document) {
        try (InputStream count = document.source().open();
                InputStream in = document.source().open()) {
            long size = count.transferTo(OutputStream.nullOutputStream());
            return platform.spool().store(in, size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Content withoutProlog(Content file) {
        try {
            return Prolog.strip(file, platform.spool());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UblFacts factsOf(Content content) {
        try {
            return platform.ublReader().read(content);
        } catch (SoapFault e) {
            throw new IllegalArgumentException("not a document that can stand in a SOAP message: " + e.getMessage());
        }
    }

    /** As the platform rewrites it, whatever the sender wrote. */
    private static String subject(Template template, UblFacts facts) {
        return (template.name() + " " + facts.number()).strip();
    }

    private static String inboxId(long number) {
        return "XCNIN" + number;
    }

    private static String messageId(long number) {
        return "EM" + number;
    }
}
