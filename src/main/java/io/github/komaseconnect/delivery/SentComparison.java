package io.github.komaseconnect.delivery;

import io.github.komaseconnect.archive.Archive;
import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.SendingMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a document of eConnect's outbox with the invoice that was to be sent. What we sent is what was made to be sent;
 * what somebody else sent may also be the document as Komas wrote it.
 */
final class SentComparison {
    private static final Logger LOG = LoggerFactory.getLogger(SentComparison.class);

    private final UblReader reader;
    private final UblFingerprint fingerprint;

    SentComparison(UblReader reader, UblFingerprint fingerprint) {
        this.reader = reader;
        this.fingerprint = fingerprint;
    }

    /** How alike two documents are. */
    enum Likeness {
        /** Number, type, content and receiver. */
        SAME,
        /** Number and type, but not the rest, or the rest cannot be compared. */
        SAME_NUMBER,
        OTHER
    }

    /** Who may have sent it. */
    enum Sender {
        OURSELVES,
        ANYBODY
    }

    Likeness compare(Shipment shipment, EConnect.SentDocument sent, Sender sender) {
        try {
            return compareDocuments(shipment, sent, sender);
        } catch (IOException e) {
            LOG.warn("{} from the outbox cannot be compared", sent.document(), e);
            return Likeness.SAME_NUMBER;
        }
    }

    private Likeness compareDocuments(Shipment shipment, EConnect.SentDocument sent, Sender sender) throws IOException {
        UblReading reading = reader.read(sent.document());
        if (!(reading instanceof UblReading.Usable usable)) {
            return Likeness.OTHER;
        }
        InvoiceHeader header = usable.header();
        boolean sameInvoice = header.number().equals(shipment.invoice().number())
                && Optional.of(header.type()).equals(shipment.invoice().type());
        if (!sameInvoice) {
            return Likeness.OTHER;
        }
        boolean sameContent = isOneOf(fingerprint.of(sent.document()), versions(shipment, sender));
        Destination to = shipment.delivery().destination();
        // a mail or a print goes to no identifier
        boolean sameReceiver = to.method() != SendingMethod.PEPPOL
                || isSameReceiver(sent.receiver(), to.addresses().get(0));
        return sameContent && sameReceiver ? Likeness.SAME : Likeness.SAME_NUMBER;
    }

    private static List<Path> versions(Shipment shipment, Sender sender) {
        Path ours = shipment.ubl();
        return sender == Sender.OURSELVES
                ? List.of(ours)
                : Stream.of(ours, ours.resolveSibling(Archive.MENDED), ours.resolveSibling(Archive.DOCUMENT))
                        .distinct()
                        .filter(Files::exists)
                        .toList();
    }

    private boolean isOneOf(String found, List<Path> versions) {
        return versions.stream().anyMatch(version -> {
            try {
                return fingerprint.of(version).equals(found);
            } catch (IOException e) {
                // the original of one that was mended is no XML, and nobody can have sent it as it is
                LOG.debug("{} cannot be compared", version, e);
                return false;
            }
        });
    }

    /** eConnect may name a receiver by its own Company ID or not at all, which then says nothing. */
    private static boolean isSameReceiver(String found, String ours) {
        return found.isBlank() || found.startsWith("XC") || plain(found).equals(plain(ours)) || ours.startsWith("XC");
    }

    private static String plain(String receiver) {
        return receiver.toLowerCase(Locale.ROOT)
                .replace("nl:kvk:", "0106:")
                .replace("nl:oino:", "0190:")
                .replace("nl:vat:", "9944:");
    }
}
