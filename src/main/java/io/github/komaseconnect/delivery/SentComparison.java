package io.github.komaseconnect.delivery;

import io.github.komaseconnect.econnect.EConnect;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.UblFingerprint;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.relation.Destination;
import io.github.komaseconnect.relation.SendingMethod;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares a document of eConnect's outbox with the invoice that was to be sent. */
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

    Likeness compare(Shipment shipment, EConnect.SentDocument sent) {
        try {
            return compareDocuments(shipment, sent);
        } catch (IOException e) {
            LOG.warn("{} from the outbox cannot be compared", sent.document(), e);
            return Likeness.SAME_NUMBER;
        }
    }

    private Likeness compareDocuments(Shipment shipment, EConnect.SentDocument sent) throws IOException {
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
        boolean sameContent = fingerprint.of(sent.document()).equals(fingerprint.of(shipment.ubl()));
        Destination to = shipment.delivery().destination();
        // a mail or a print goes to no identifier
        boolean sameReceiver = to.method() != SendingMethod.PEPPOL
                || isSameReceiver(sent.receiver(), to.addresses().get(0));
        return sameContent && sameReceiver ? Likeness.SAME : Likeness.SAME_NUMBER;
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
