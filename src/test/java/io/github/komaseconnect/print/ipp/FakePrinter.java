package io.github.komaseconnect.print.ipp;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import kotlin.ranges.IntRange;

/** A small printer that speaks IPP on this computer: it can be busy, stopped, away, forgetful, silent or hostile. */
public final class FakePrinter implements AutoCloseable {
    private final List<Job> jobs = new ArrayList<>();
    private final List<Operation> asked = new ArrayList<>();
    private final Map<Operation, Deque<Trick>> tricks = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private HttpServer server;
    private int port;

    private List<Operation> operations = List.of(
            Operation.printJob,
            Operation.createJob,
            Operation.sendDocument,
            Operation.cancelJob,
            Operation.getJobAttributes,
            Operation.getJobs,
            Operation.getPrinterAttributes);
    private List<String> formats = List.of("application/pdf", "image/urf");
    private PrinterState state = PrinterState.idle;
    private List<String> stateReasons = List.of("none");
    private boolean accepting = true;
    private JobState end = JobState.completed;
    private List<String> endReasons = List.of("job-completed-successfully");
    private int looksUntilTheEnd = 1;
    private int mostBytes = Integer.MAX_VALUE;
    private String authorization = "";
    private boolean tellsTimes = true;
    private final Optional<SSLContext> tls;

    /** What happens to one request. */
    public sealed interface Trick {
        /** A no in IPP; nothing is carried out. */
        record Refuse(int status) implements Trick {}

        /** It is carried out, and the connection closed without an answer. */
        record LoseAnswer() implements Trick {}

        /** The connection is closed and nothing carried out. */
        record LoseRequest() implements Trick {}

        /** It is not carried out, and there is no answer for as long as this printer stands. */
        record Hang() implements Trick {}

        /** This answer instead, after it was carried out. */
        record Say(int httpStatus, byte[] body) implements Trick {}

        /** As it should be. */
        record None() implements Trick {}
    }

    /** A job that it has. */
    public static final class Job {
        private final int id;
        private String name;
        private final List<Attribute<?>> attributes;
        private byte[] document = {};
        private int documents;
        private boolean begun;
        private int looks;
        private JobState state = JobState.pending;
        private List<String> reasons = List.of("job-incoming");

        Job(int id, String name, List<Attribute<?>> attributes) {
            this.id = id;
            this.name = name;
            this.attributes = attributes;
        }

        public String name() {
            return name;
        }

        public byte[] document() {
            return document.clone();
        }

        /** What was asked for it, by the names of IPP. */
        public List<String> asked() {
            return attributes.stream().map(Object::toString).toList();
        }

        JobState state() {
            return state;
        }
    }

    /** One that prints whatever it is given. */
    public FakePrinter() throws IOException {
        this(Optional.empty());
    }

    /** One that speaks TLS. */
    public FakePrinter(SSLContext tls) throws IOException {
        this(Optional.of(tls));
    }

    private FakePrinter(Optional<SSLContext> tls) throws IOException {
        this.tls = tls;
        switchOn();
    }

    /** Its address. */
    public URI address() {
        return URI.create(
                tls.isPresent() ? "ipps://localhost:" + port + "/ipp/print" : "ipp://127.0.0.1:" + port + "/ipp/print");
    }

    /** It answers again, at the same address. */
    public void switchOn() throws IOException {
        InetSocketAddress at = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        if (tls.isPresent()) {
            HttpsServer safe = HttpsServer.create(at, 50);
            safe.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
            server = safe;
        } else {
            server = HttpServer.create(at, 50);
        }
        port = server.getAddress().getPort();
        server.createContext("/ipp/print", this::handle);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "fake-printer");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** It answers no more; its jobs stay as they are. */
    public void switchOff() {
        server.stop(0);
    }

    /** The next of these requests meets this; several wait for each other. */
    public synchronized FakePrinter next(Operation operation, Trick trick) {
        tricks.computeIfAbsent(operation, any -> new ArrayDeque<>()).add(trick);
        return this;
    }

    /** The next document does not arrive, and the answer to the one after that neither. */
    public FakePrinter losingOneDocumentAndOneAnswer() {
        return next(Operation.sendDocument, new Trick.LoseRequest())
                .next(Operation.sendDocument, new Trick.LoseAnswer());
    }

    public synchronized FakePrinter knowing(Operation... known) {
        operations = List.of(known);
        return this;
    }

    public synchronized FakePrinter printing(String... mediaTypes) {
        formats = List.of(mediaTypes);
        return this;
    }

    public synchronized FakePrinter is(PrinterState now, String... reasons) {
        state = now;
        stateReasons = List.of(reasons);
        return this;
    }

    public synchronized FakePrinter accepting(boolean jobsNow) {
        accepting = jobsNow;
        return this;
    }

    /** How jobs end, after they were asked for so often. */
    public synchronized FakePrinter ending(JobState how, int looks, String... reasons) {
        end = how;
        looksUntilTheEnd = looks;
        endReasons = reasons.length == 0 ? List.of("none") : List.of(reasons);
        return this;
    }

    /** Forgets its jobs, as printers do when they are switched off and on; what came out stays known to the test. */
    public synchronized FakePrinter forget() {
        jobs.forEach(job -> job.looks = Integer.MIN_VALUE);
        return this;
    }

    /** Forgets its jobs and numbers anew; number 1 is another's document from here on, which waits for its data or came out. */
    public synchronized FakePrinter numberAnew(String othersName, JobState othersState) {
        jobs.clear();
        Job other = new Job(1, othersName, List.of());
        other.state = othersState;
        jobs.add(other);
        return this;
    }

    /** What it says of the first job's name from here on, as printers do that cut names off or keep them to themselves. */
    public synchronized FakePrinter naming(String name) {
        jobs.get(0).name = name;
        return this;
    }

    /** Says of all jobs that they have no document, as print servers do that threw them away. */
    public synchronized FakePrinter droppingDocuments() {
        jobs.forEach(job -> job.documents = 0);
        return this;
    }

    /** All jobs end so, whether they had a document or not. */
    public synchronized FakePrinter giveUp(JobState how) {
        jobs.forEach(job -> job.state = how);
        return this;
    }

    /** It no longer says when a job began. */
    public synchronized FakePrinter keepingTimesToItself() {
        tellsTimes = false;
        return this;
    }

    /** It takes no document that is larger. */
    public synchronized FakePrinter takingAtMost(int bytes) {
        mostBytes = bytes;
        return this;
    }

    /** Whoever asks anything must log in. */
    public synchronized FakePrinter demanding(String user, String password) {
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Jobs that have a document, whatever became of them. */
    public synchronized List<Job> jobs() {
        return jobs.stream().filter(job -> job.documents > 0).toList();
    }

    /** Jobs without a document, too. */
    public synchronized List<Job> allJobs() {
        return List.copyOf(jobs);
    }

    public synchronized List<Operation> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] document;
        IppPacket request;
        try (IppInputStream in = new IppInputStream(exchange.getRequestBody())) {
            request = in.readPacket();
            document = in.readAllBytes();
        }
        Optional<Integer> no = no(exchange, document);
        if (no.isPresent()) {
            exchange.sendResponseHeaders(no.get(), -1);
            exchange.close();
            return;
        }
        Trick trick = trick(request.getOperation());
        if (trick instanceof Trick.Hang) {
            awaitClosing();
            exchange.close();
            return;
        }
        if (trick instanceof Trick.LoseRequest) {
            exchange.close();
            return;
        }
        IppPacket answer = trick instanceof Trick.Refuse refuse
                ? new IppPacket.Builder(refuse.status()).build()
                : carryOut(request, document);
        if (trick instanceof Trick.LoseAnswer) {
            exchange.close();
            return;
        }
        byte[] body = trick instanceof Trick.Say say ? say.body() : bytes(answer, request.getRequestId());
        exchange.getResponseHeaders().add("Content-Type", "application/ipp");
        exchange.sendResponseHeaders(
                trick instanceof Trick.Say say ? say.httpStatus() : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** What the web server in it says before any printing. */
    private synchronized Optional<Integer> no(HttpExchange exchange, byte[] document) {
        if (!authorization.isEmpty()
                && !authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Optional.of(401);
        }
        return document.length > mostBytes ? Optional.of(413) : Optional.empty();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Trick trick(Operation operation) {
        asked.add(operation);
        Deque<Trick> waiting = tricks.getOrDefault(operation, new ArrayDeque<>());
        return waiting.isEmpty() ? new Trick.None() : waiting.poll();
    }

    private static byte[] bytes(IppPacket answer, int requestId) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (IppOutputStream out = new IppOutputStream(bytes)) {
            out.write(
                    new IppPacket(answer.getVersionNumber(), answer.getCode(), requestId, answer.getAttributeGroups()));
        }
        return bytes.toByteArray();
    }

    private synchronized IppPacket carryOut(IppPacket request, byte[] document) {
        Operation operation = request.getOperation();
        if (operation.equals(Operation.getPrinterAttributes)) {
            return printer();
        }
        if (operation.equals(Operation.createJob) || operation.equals(Operation.printJob)) {
            if (!accepting) {
                return new IppPacket.Builder(Status.serverErrorNotAcceptingJobs).build();
            }
            return create(request, document);
        }
        if (operation.equals(Operation.getJobs)) {
            IppPacket.Builder all = new IppPacket.Builder(Status.successfulOk);
            String which = request.getString(Tag.operationAttributes, Types.whichJobs) == null
                    ? ""
                    : request.getString(Tag.operationAttributes, Types.whichJobs);
            jobs.stream()
                    .filter(job -> job.looks != Integer.MIN_VALUE)
                    .filter(job -> isOver(job) == which.equals("completed"))
                    .forEach(job -> all.addGroup(group(job)));
            return all.build();
        }
        return jobs.stream()
                .filter(job -> job.looks != Integer.MIN_VALUE)
                .filter(job -> Integer.valueOf(job.id).equals(request.getValue(Tag.operationAttributes, Types.jobId)))
                .findFirst()
                .map(job -> about(job, operation, document))
                .orElseGet(() -> new IppPacket.Builder(Status.clientErrorNotFound).build());
    }

    private static boolean isOver(Job job) {
        return job.state.getCode() >= JobState.canceled.getCode();
    }

    private IppPacket about(Job job, Operation operation, byte[] document) {
        if (operation.equals(Operation.sendDocument)) {
            take(job, document);
        } else if (operation.equals(Operation.cancelJob)) {
            if (isOver(job)) {
                return new IppPacket.Builder(Status.clientErrorNotPossible).build();
            }
            job.state = JobState.canceled;
            job.reasons = List.of("job-canceled-by-user");
        } else {
            look(job);
        }
        return new IppPacket.Builder(Status.successfulOk).addGroup(group(job)).build();
    }

    private void look(Job job) {
        job.looks++;
        if (job.documents > 0 && !isOver(job) && job.looks >= looksUntilTheEnd && !state.equals(PrinterState.stopped)) {
            job.state = end;
            job.reasons = endReasons;
        }
    }

    private IppPacket create(IppPacket request, byte[] document) {
        AttributeGroup wanted = request.get(Tag.jobAttributes);
        Job job = new Job(
                jobs.size() + 1,
                request.getString(Tag.operationAttributes, Types.jobName),
                wanted == null ? List.of() : List.copyOf(wanted));
        jobs.add(job);
        if (request.getOperation().equals(Operation.printJob)) {
            take(job, document);
        }
        return new IppPacket.Builder(Status.successfulOk).addGroup(group(job)).build();
    }

    private void take(Job job, byte[] document) {
        job.document = document;
        job.documents++;
        job.begun = true;
        job.state = JobState.processing;
        job.reasons = List.of("job-printing");
    }

    private AttributeGroup group(Job job) {
        List<Attribute<?>> said = new ArrayList<>(List.of(
                Types.jobId.of(job.id),
                Types.jobUri.of(URI.create(address() + "/" + job.id)),
                Types.jobName.of(job.name),
                Types.jobState.of(job.state),
                Types.jobStateReasons.of(job.reasons),
                Types.numberOfDocuments.of(job.documents)));
        if (tellsTimes) {
            said.add(job.begun ? Types.timeAtProcessing.of(7) : Types.timeAtProcessing.noValue());
        }
        return AttributeGroup.groupOf(Tag.jobAttributes, said);
    }

    private IppPacket printer() {
        return new IppPacket.Builder(Status.successfulOk)
                .putPrinterAttributes(
                        Types.printerMakeAndModel.of(new com.hp.jipp.encoding.Text("Fake Printer")),
                        Types.operationsSupported.of(operations),
                        Types.documentFormatSupported.of(formats),
                        Types.copiesSupported.of(new IntRange(1, 9)),
                        Types.sidesSupported.of(List.of("one-sided", "two-sided-long-edge")),
                        Types.mediaSourceSupported.of(
                                List.of(new KeywordOrName("tray-1"), new KeywordOrName("tray-2"))),
                        Types.printColorModeSupported.of(List.of("monochrome", "auto")),
                        Types.printerIsAcceptingJobs.of(accepting),
                        Types.printerState.of(state),
                        Types.printerStateReasons.of(stateReasons))
                .build();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
