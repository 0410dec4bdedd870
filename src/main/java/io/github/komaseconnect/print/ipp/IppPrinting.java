package io.github.komaseconnect.print.ipp;

import com.hp.jipp.encoding.IppPacket;
import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.delivery.AttemptOutcome;
import io.github.komaseconnect.delivery.AttemptOutcome.Blocked;
import io.github.komaseconnect.delivery.AttemptOutcome.InDoubt;
import io.github.komaseconnect.delivery.AttemptOutcome.Rejected;
import io.github.komaseconnect.delivery.AttemptOutcome.Temporary;
import io.github.komaseconnect.delivery.AttemptOutcome.UnderWay;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.print.ipp.IppAnswer.Packet;
import io.github.komaseconnect.reason.Reason;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Hands a PDF to a printer, once: asks the printer what it can, has it give the job a number, records that, and only then
 * sends the document. So whatever breaks off, the job can be asked for. A printer that cannot number a job beforehand gets
 * all in one; its job is then found by the mark in its name.
 */
final class IppPrinting {
    private final IppPrinter printer;
    private final URI address;

    IppPrinting(IppPrinter printer) {
        this.printer = printer;
        this.address = printer.address();
    }

    AttemptOutcome print(String name, Path pdf, PrintWishes wishes, PrintLog log) {
        PrinterClient.Look look = ask();
        if (look.obstacle().isPresent()) {
            return look.obstacle().get();
        }
        PrinterFacts facts = look.facts().orElseThrow();
        JobOptions options = JobOptions.of(wishes, facts);
        if (options.refusal().isPresent()) {
            return new Rejected(options.refusal().get());
        }
        options.warnings().forEach(log::warn);
        return facts.createsJobs() ? inTwo(name, pdf, options, log) : inOne(name, pdf, options, log);
    }

    /** What the printer can, and why nothing would come out now. */
    PrinterClient.Look ask() {
        IppAnswer answer = printer.facts();
        if (!(answer instanceof Packet packet && packet.isSuccessful())) {
            return new PrinterClient.Look(Optional.empty(), Optional.of(beforeTheDocument(answer)));
        }
        PrinterFacts facts = PrinterFacts.of(packet.packet());
        return new PrinterClient.Look(Optional.of(facts), obstacle(facts));
    }

    private Optional<AttemptOutcome> obstacle(PrinterFacts facts) {
        if (!facts.printsPdf()) {
            return Optional.of(new Blocked(IppReasons.noPdf(address, facts.formats())));
        }
        if (facts.state() == PrinterFacts.State.STOPPED) {
            return Optional.of(new Blocked(IppReasons.stuck(address, facts.stateReasons())));
        }
        return facts.accepting() == PrinterFacts.Accepting.NO
                ? Optional.of(new Temporary(IppReasons.busy(address, facts.stateReasons())))
                : Optional.empty();
    }

    private AttemptOutcome inTwo(String name, Path pdf, JobOptions options, PrintLog log) {
        IppAnswer created = printer.createJob(name, options.attributes());
        if (!(created instanceof Packet packet && packet.isSuccessful())) {
            return beforeTheDocument(created);
        }
        Optional<JobFacts> job = IppPrinter.job(packet.packet());
        if (job.isEmpty()) {
            return new Temporary(IppReasons.unusable(address, "job-id"));
        }
        log.created(job.get().id());
        tellIgnored(packet.packet(), log);
        log.sending();
        IppAnswer sent = printer.sendDocument(job.get().id(), name, pdf);
        AttemptOutcome outcome = withTheDocument(sent, job.get().id(), log);
        if (!(outcome instanceof UnderWay) && !(outcome instanceof InDoubt)) {
            printer.cancel(job.get().id());
        }
        return outcome;
    }

    private AttemptOutcome inOne(String name, Path pdf, JobOptions options, PrintLog log) {
        log.sending();
        IppAnswer answer = printer.printJob(name, options.attributes(), pdf);
        Optional<JobFacts> job = answer instanceof Packet packet && packet.isSuccessful()
                ? IppPrinter.job(packet.packet())
                : Optional.empty();
        if (IppPrinter.isYes(answer) && job.isEmpty()) {
            return new InDoubt(IppReasons.unsure(address, "job-id"));
        }
        if (answer instanceof Packet packet) {
            tellIgnored(packet.packet(), log);
        }
        return withTheDocument(answer, job.map(JobFacts::id).orElse(0L), log);
    }

    private static void tellIgnored(IppPacket packet, PrintLog log) {
        List<String> ignored = IppPrinter.ignored(packet);
        if (packet.getCode() < 0x0100 && !ignored.isEmpty()) {
            log.warn(IppReasons.ignored(ignored));
        }
    }

    /** Whatever became of a request without a document, nothing can have been printed. */
    private AttemptOutcome beforeTheDocument(IppAnswer answer) {
        if (answer instanceof IppAnswer.NotSent not) {
            return new Blocked(IppReasons.offline(address, not));
        }
        if (answer instanceof IppAnswer.HttpStatus http) {
            Reason reason = http.status() == 401
                    ? IppReasons.logIn(address, printer.user())
                    : IppReasons.http(address, http.status());
            return isPassing(http.status())
                    ? new Temporary(IppReasons.busy(address, List.of("HTTP " + http.status())))
                    : new Blocked(reason);
        }
        if (answer instanceof IppAnswer.Unusable unusable) {
            return new Temporary(IppReasons.unusable(address, unusable.detail()));
        }
        return refused((Packet) answer);
    }

    private static boolean isPassing(int status) {
        return status >= 500 || status == 408 || status == 429;
    }

    private AttemptOutcome withTheDocument(IppAnswer answer, long jobId, PrintLog log) {
        if (IppPrinter.isYes(answer)) {
            return new UnderWay(PrintJob.reference(jobId, address.toString()));
        }
        if (answer instanceof IppAnswer.Unusable unusable) {
            return new InDoubt(IppReasons.unsure(address, unusable.detail()));
        }
        if (answer instanceof IppAnswer.HttpStatus http && isPassing(http.status())) {
            return new InDoubt(IppReasons.unsure(address, "HTTP " + http.status()));
        }
        if (answer instanceof Packet packet && IppStatus.leavesOpen(packet.code())) {
            return new InDoubt(IppReasons.unsure(address, IppStatus.words(packet)));
        }
        log.notPrinted();
        return answer instanceof IppAnswer.HttpStatus http && isTooLarge(http.status())
                ? new Rejected(
                        http.status() == 413
                                ? IppReasons.tooLarge(address, "HTTP 413")
                                : IppReasons.notTaken(address, http.status()))
                : beforeTheDocument(answer);
    }

    /** A no to what was sent, and not to us. */
    private static boolean isTooLarge(int status) {
        return status == 400 || status == 413 || status == 415 || status == 422;
    }

    /** A definite no in IPP. */
    private AttemptOutcome refused(Packet packet) {
        Reason reason = IppReasons.status(address, IppStatus.words(packet));
        return switch (IppStatus.kind(packet.code())) {
            case BUSY -> new Temporary(IppReasons.busy(address, List.of(IppStatus.words(packet))));
            case NOT_LOGGED_IN -> new Blocked(IppReasons.logIn(address, printer.user()));
            case TOO_LARGE -> new Rejected(IppReasons.tooLarge(address, IppStatus.words(packet)));
            case NOT_PERMITTED -> new Blocked(IppReasons.http(address, 403));
            case WRONG_ADDRESS -> new Blocked(IppReasons.http(address, 404));
            case NO_PDF -> new Blocked(IppReasons.noPdf(address, List.of()));
            case THIS_DOCUMENT -> new Rejected(reason);
            case OTHER -> new Temporary(reason);
        };
    }
}
