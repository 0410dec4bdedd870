package io.github.komaseconnect.print.ipp;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import com.hp.jipp.model.WhichJobs;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One printer, asked one thing at a time. */
final class IppPrinter {
    private final URI address;
    private final PrinterAddress http;
    private final Optional<PrinterLogin> login;
    private final IppTransport transport;
    private final IppRequests requests;

    IppPrinter(URI address, Optional<PrinterLogin> login, IppTransport transport) {
        this.address = address;
        this.http = new PrinterAddress(address);
        this.login = login.filter(known -> http.isSafeForPasswords());
        this.transport = transport;
        this.requests = new IppRequests(address);
    }

    URI address() {
        return address;
    }

    /** As whom we log in; empty when we do not. */
    Optional<String> user() {
        return login.map(PrinterLogin::user);
    }

    IppAnswer facts() {
        return transport.ask(http, login, requests.printer(), Optional.empty());
    }

    IppAnswer createJob(String name, List<Attribute<?>> options) {
        return transport.ask(http, login, requests.createJob(name, options), Optional.empty());
    }

    IppAnswer sendDocument(long jobId, String name, Path document) {
        return transport.ask(http, login, requests.sendDocument(jobId, name), Optional.of(document));
    }

    IppAnswer printJob(String name, List<Attribute<?>> options, Path document) {
        return transport.ask(http, login, requests.printJob(name, options), Optional.of(document));
    }

    IppAnswer job(long jobId) {
        return transport.ask(http, login, requests.job(jobId), Optional.empty());
    }

    IppAnswer cancel(long jobId) {
        return transport.ask(http, login, requests.cancel(jobId), Optional.empty());
    }

    /** Those under way and those that ended, as far as the printer remembers; the first answer that is none ends it. */
    List<IppAnswer> jobs() {
        IppAnswer underWay = transport.ask(http, login, requests.jobs(WhichJobs.notCompleted), Optional.empty());
        return isYes(underWay)
                ? List.of(underWay, transport.ask(http, login, requests.jobs(WhichJobs.completed), Optional.empty()))
                : List.of(underWay);
    }

    static boolean isYes(IppAnswer answer) {
        return answer instanceof IppAnswer.Packet packet && packet.isSuccessful();
    }

    /** The job in an answer; empty when there is none with a number. */
    static Optional<JobFacts> job(IppPacket packet) {
        return JobFacts.all(packet).stream().filter(job -> job.id() > 0).findFirst();
    }

    /** What the printer says in words; may be empty. */
    static String message(IppPacket packet) {
        Optional<AttributeGroup> group = Optional.ofNullable(packet.get(Tag.operationAttributes));
        return PrinterFacts.strings(group, Types.statusMessage).stream()
                .findFirst()
                .orElse("");
    }

    /** The names of attributes that it did not take. */
    static List<String> ignored(IppPacket packet) {
        return Optional.ofNullable(packet.get(Tag.unsupportedAttributes))
                .map(group -> group.stream().map(Attribute::getName).limit(20).toList())
                .orElse(List.of());
    }
}
