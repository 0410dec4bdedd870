package io.github.komaseconnect.print.ipp;

import com.hp.jipp.encoding.IppPacket;

/** What came of one request to a printer. */
sealed interface IppAnswer {
    /** The printer answered in IPP, with yes or no. */
    record Packet(IppPacket packet) implements IppAnswer {
        /** Whether it did what was asked (RFC 8011, 4.1.6: codes below 0x0100). */
        boolean isSuccessful() {
            return code() >= 0 && code() < 0x0100;
        }

        int code() {
            return packet.getCode();
        }
    }

    /** The request was not written: nobody was there, or no safe connection came about. */
    record NotSent(Trouble trouble, String detail) implements IppAnswer {}

    /** The web server in the printer said no before any printing: this HTTP status. */
    record HttpStatus(int status) implements IppAnswer {}

    /** The request may have been carried out: no answer in time, half of one, or none that is IPP. */
    record Unusable(String detail) implements IppAnswer {}

    /** Why a request was not written. */
    enum Trouble {
        /** Nobody answers at the address. */
        OFFLINE,
        /** The name of the host is not known. */
        UNKNOWN_HOST,
        /** TLS: the certificate is not trusted, or is another host's. */
        NOT_TRUSTED
    }
}
