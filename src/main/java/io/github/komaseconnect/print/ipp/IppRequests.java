package io.github.komaseconnect.print.ipp;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.util.List;

/** The requests that are made of a printer, in IPP 1.1, which every printer knows. */
final class IppRequests {
    private static final int VERSION = 0x0101;
    private static final String USER = "komas-econnect";
    private static final String PDF = "application/pdf";
    private static final int MOST_JOBS = 500;

    private final URI printer;

    IppRequests(URI printer) {
        this.printer = printer;
    }

    IppPacket printer() {
        return of(IppPacket.getPrinterAttributes(printer, PrinterFacts.attributes()));
    }

    IppPacket createJob(String name, List<Attribute<?>> options) {
        return of(IppPacket.createJob(printer)
                .putOperationAttributes(Types.requestingUserName.of(USER), Types.jobName.of(name))
                .putJobAttributes(options));
    }

    IppPacket sendDocument(long jobId, String name) {
        return of(IppPacket.sendDocument(printer, (int) jobId)
                .putOperationAttributes(
                        Types.requestingUserName.of(USER),
                        Types.documentName.of(name),
                        Types.documentFormat.of(PDF),
                        Types.lastDocument.of(true)));
    }

    IppPacket printJob(String name, List<Attribute<?>> options) {
        return of(IppPacket.printJob(printer)
                .putOperationAttributes(
                        Types.requestingUserName.of(USER), Types.jobName.of(name), Types.documentFormat.of(PDF))
                .putJobAttributes(options));
    }

    IppPacket job(long jobId) {
        return of(IppPacket.getJobAttributes(
                        printer,
                        (int) jobId,
                        Types.jobId,
                        Types.jobName,
                        Types.jobState,
                        Types.jobStateReasons,
                        Types.numberOfDocuments,
                        Types.timeAtProcessing)
                .putOperationAttributes(Types.requestingUserName.of(USER)));
    }

    IppPacket jobs(String which) {
        return of(IppPacket.getJobs(
                        printer,
                        Types.jobId,
                        Types.jobName,
                        Types.jobState,
                        Types.jobStateReasons,
                        Types.numberOfDocuments,
                        Types.timeAtProcessing)
                .putOperationAttributes(
                        Types.requestingUserName.of(USER), Types.whichJobs.of(which), Types.limit.of(MOST_JOBS)));
    }

    IppPacket cancel(long jobId) {
        return of(IppPacket.cancelJob(printer, (int) jobId).putOperationAttributes(Types.requestingUserName.of(USER)));
    }

    private static IppPacket of(IppPacket.Builder builder) {
        builder.setVersionNumber(VERSION);
        return builder.build();
    }
}
