package io.github.komaseconnect.print.ipp;

import io.github.komaseconnect.print.ipp.IppAnswer.Packet;
import java.util.Locale;

/** What the codes of a printer's no mean (RFC 8011, appendix B). */
final class IppStatus {
    private IppStatus() {}

    /** About what a no is. */
    enum Kind {
        /** The printer can take no job now. */
        BUSY,
        /** Whoever asks must log in first. */
        NOT_LOGGED_IN,
        NOT_PERMITTED,
        /** There is no printer at this path. */
        WRONG_ADDRESS,
        NO_PDF,
        TOO_LARGE,
        /** This document, or what is asked for it. */
        THIS_DOCUMENT,
        OTHER
    }

    static Kind kind(int code) {
        return switch (code) {
            case 0x0502, 0x0504, 0x0505, 0x0506, 0x0507, 0x0508 -> Kind.BUSY;
            case 0x0402 -> Kind.NOT_LOGGED_IN;
            case 0x0401, 0x0403 -> Kind.NOT_PERMITTED;
            case 0x0406, 0x0407 -> Kind.WRONG_ADDRESS;
            case 0x040a -> Kind.NO_PDF;
            case 0x0408 -> Kind.TOO_LARGE;
            case 0x0409, 0x040b, 0x0411, 0x0412 -> Kind.THIS_DOCUMENT;
            default -> Kind.OTHER;
        };
    }

    /**
     * Whether a printer that says this may have the document all the same, or a part of it on paper: something failed inside
     * it, the job was cancelled while it came in, or it stumbled over a page of a document that it prints as it comes in.
     */
    static boolean leavesOpen(int code) {
        return code == 0x0411 || code == 0x0500 || code == 0x0504 || code == 0x0505 || code == 0x0508;
    }

    /** Whether it says that there is no such job. */
    static boolean isNotFound(int code) {
        return code == 0x0406 || code == 0x0407;
    }

    /** Such as {@code IPP 0x0507, busy}. */
    static String words(Packet packet) {
        String message = IppPrinter.message(packet.packet());
        return "IPP " + String.format(Locale.ROOT, "0x%04x", packet.code()) + (message.isEmpty() ? "" : ", " + message);
    }
}
