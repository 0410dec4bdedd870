package io.github.komaseconnect.print.ipp;

import io.github.komaseconnect.delivery.JobSighting;
import io.github.komaseconnect.delivery.JobSighting.CannotAsk;
import io.github.komaseconnect.delivery.JobSighting.Completed;
import io.github.komaseconnect.delivery.JobSighting.Empty;
import io.github.komaseconnect.delivery.JobSighting.GivenUp;
import io.github.komaseconnect.delivery.JobSighting.NotKnown;
import io.github.komaseconnect.delivery.JobSighting.Stuck;
import io.github.komaseconnect.delivery.JobSighting.UnderWay;
import io.github.komaseconnect.ledger.PrintJob;
import io.github.komaseconnect.ledger.PrintJob.Stage;
import io.github.komaseconnect.print.ipp.IppAnswer.Packet;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a printer what became of a job: by its number, or by the mark in its name where no number is known. */
final class JobLook {
    private final IppPrinter printer;
    private final URI address;

    JobLook(IppPrinter printer) {
        this.printer = printer;
        this.address = printer.address();
    }

    JobSighting look(PrintJob job) {
        if (job.jobId() == 0) {
            return byMark(job);
        }
        IppAnswer answer = printer.job(job.jobId());
        if (answer instanceof Packet packet && IppStatus.isNotFound(packet.code())) {
            return new NotKnown(IppReasons.notKnown(address, job.name()));
        }
        if (!IppPrinter.isYes(answer)) {
            return cannotAsk(answer);
        }
        return IppPrinter.job(((Packet) answer).packet())
                .map(facts -> isOurs(job, facts)
                        ? sighting(job, facts)
                        : new NotKnown(IppReasons.numberedAnew(address, job.jobId(), job.name())))
                .orElseGet(() -> new CannotAsk(IppReasons.unusable(address, "job-id")));
    }

    /** Cancels a job of which no document left, unless its number is another's by now. */
    void abandon(PrintJob job) {
        IppAnswer answer = printer.job(job.jobId());
        if (IppPrinter.isYes(answer)
                && IppPrinter.job(((Packet) answer).packet())
                        .filter(facts -> isOurs(job, facts))
                        .isPresent()) {
            printer.cancel(job.jobId());
        }
    }

    /**
     * A number alone proves nothing: a printer that was switched off and on may give it to another's job. A job without a
     * name is ours only where the printer names none at all, and never named one of ours: print servers keep the names of
     * others' jobs to themselves.
     */
    private boolean isOurs(PrintJob job, JobFacts facts) {
        return switch (facts.isNamedAs(job)) {
            case AS_OURS -> true;
            case OTHERWISE -> false;
            case NOT_AT_ALL -> job.naming() == PrintJob.Naming.NOT_SEEN && namesNone();
        };
    }

    /** A list that is refused, or that lacks even the job in question, proves nothing. */
    private boolean namesNone() {
        List<IppAnswer> lists = printer.jobs();
        List<JobFacts> all = lists.stream()
                .filter(IppPrinter::isYes)
                .flatMap(answer -> JobFacts.all(((Packet) answer).packet()).stream())
                .toList();
        return lists.stream().allMatch(IppPrinter::isYes)
                && !all.isEmpty()
                && all.stream().allMatch(other -> other.name().isBlank());
    }

    /** That it is not among those that the printer names proves nothing: printers forget. */
    private JobSighting byMark(PrintJob job) {
        for (IppAnswer answer : printer.jobs()) {
            if (!IppPrinter.isYes(answer)) {
                return cannotAsk(answer);
            }
            Optional<JobFacts> found = JobFacts.all(((Packet) answer).packet()).stream()
                    .filter(facts -> facts.id() > 0 && facts.name().contains(job.mark()))
                    .findFirst();
            if (found.isPresent()) {
                return sighting(job, found.get());
            }
        }
        return new NotKnown(IppReasons.notKnown(address, job.name()));
    }

    private JobSighting sighting(PrintJob job, JobFacts facts) {
        boolean perhapsEmpty = job.stage() == Stage.SENDING && facts.isEmpty();
        if (facts.isCompleted()) {
            return completed(job, facts, perhapsEmpty);
        }
        if (facts.isGivenUp()) {
            return givenUp(facts, perhapsEmpty);
        }
        if (perhapsEmpty && facts.isWaiting()) {
            return cancelled(facts);
        }
        return underWay(job, facts);
    }

    /**
     * That a completed job has no document proves neither: some printers take what never came for completed, and print
     * servers count nothing any more once they threw the file away. A person has to look.
     */
    private JobSighting completed(PrintJob job, JobFacts facts, boolean perhapsEmpty) {
        if (perhapsEmpty) {
            return new NotKnown(IppReasons.completedEmpty(address, facts.id()));
        }
        return facts.hasErrors()
                ? new GivenUp(facts.id(), facts.words(), IppReasons.completedWithErrors(address, facts.id()))
                : new Completed(facts.id(), facts.words(), naming(job, facts));
    }

    /**
     * That it has no document proves nothing here either: print servers count none any more once they threw the file away, and
     * half of it may have come out. Only where the printer also says that it never began can nothing have: such as after our own
     * cancelling of which no record was made. Else a person looks.
     */
    private JobSighting givenUp(JobFacts facts, boolean perhapsEmpty) {
        return perhapsEmpty && facts.begun() == JobFacts.Begun.NEVER
                ? new Empty(facts.id(), facts.words())
                : new GivenUp(facts.id(), facts.words(), IppReasons.gaveUp(address, facts.id(), facts.reasons()));
    }

    /** A job that waits for a document that will not come: once it is cancelled for certain, nothing can come out. */
    private JobSighting cancelled(JobFacts facts) {
        IppAnswer cancelled = printer.cancel(facts.id());
        if (!IppPrinter.isYes(cancelled)) {
            return cannotAsk(cancelled);
        }
        IppAnswer after = printer.job(facts.id());
        if (after instanceof Packet packet && IppStatus.isNotFound(packet.code())) {
            return new Empty(facts.id(), facts.words());
        }
        Optional<JobFacts> now = IppPrinter.isYes(after) ? IppPrinter.job(((Packet) after).packet()) : Optional.empty();
        return now.filter(job -> job.isGivenUp() && job.documents().orElse(0) == 0)
                        .filter(job -> job.begun() != JobFacts.Begun.YES)
                        .isPresent()
                ? new Empty(facts.id(), now.get().words())
                : new CannotAsk(IppReasons.unusable(address, "cancel-job"));
    }

    /** What keeps a job waiting is often said of the printer, and not of the job. */
    private JobSighting underWay(PrintJob job, JobFacts facts) {
        List<String> reasons = new ArrayList<>(facts.reasons());
        IppAnswer answer = printer.facts();
        boolean stopped = facts.isStopped() || facts.isOnHold();
        if (answer instanceof Packet packet && packet.isSuccessful()) {
            PrinterFacts of = PrinterFacts.of(packet.packet());
            stopped |= of.state() == PrinterFacts.State.STOPPED;
            reasons.addAll(of.stateReasons());
        }
        return stopped
                ? new Stuck(facts.id(), facts.words(), IppReasons.stuck(address, told(reasons)), naming(job, facts))
                : new UnderWay(facts.id(), facts.words(), naming(job, facts));
    }

    private static PrintJob.Naming naming(PrintJob job, JobFacts facts) {
        return facts.isNamedAs(job) == JobFacts.Named.AS_OURS ? PrintJob.Naming.SEEN : PrintJob.Naming.NOT_SEEN;
    }

    /** Where something more telling is said, that the printer stands still goes without saying. */
    private static List<String> told(List<String> reasons) {
        List<String> telling = reasons.stream()
                .filter(reason -> !reason.startsWith("printer-stopped") && !reason.equals("job-printing"))
                .toList();
        return telling.isEmpty() ? reasons : telling;
    }

    private CannotAsk cannotAsk(IppAnswer answer) {
        if (answer instanceof IppAnswer.NotSent not) {
            return new CannotAsk(IppReasons.offline(address, not));
        }
        if (answer instanceof IppAnswer.HttpStatus http) {
            return new CannotAsk(
                    http.status() == 401
                            ? IppReasons.logInToAsk(address, printer.user())
                            : IppReasons.unusable(address, "HTTP " + http.status()));
        }
        if (answer instanceof IppAnswer.Unusable unusable) {
            return new CannotAsk(IppReasons.unusable(address, unusable.detail()));
        }
        Packet no = (Packet) answer;
        return new CannotAsk(
                IppStatus.kind(no.code()) == IppStatus.Kind.NOT_LOGGED_IN
                        ? IppReasons.logInToAsk(address, printer.user())
                        : IppReasons.unusable(address, IppStatus.words(no)));
    }
}
