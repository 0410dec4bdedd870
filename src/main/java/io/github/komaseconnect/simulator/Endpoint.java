package io.github.komaseconnect.simulator;

import java.util.Locale;
import java.util.Optional;

/** The HTTP side: what a gateway before the platform API refuses before anybody reads the message, and who gets the rest. */
final class Endpoint implements HttpHandler {
    static final String PATH = "/soap/v3.1";
    private static final long LARGEST = 512L * 1024 * 1024;

    private final SoapService service;
    private final PsbService psb;
    private final Optional<ControlPage> controls;
    private final SubscriptionKeys subscriptionKeys;
    private final Platform platform;

    Endpoint(
            SoapService service,
            PsbService psb,
            Optional<ControlPage> controls,
            SubscriptionKeys keys,
            Platform platform) {
        this.service = service;
        this.psb = psb;
        this.controls = controls;
        this.subscriptionKeys = keys;
        this.platform = platform;
    }

    @Override
    public Optional<HttpAnswer> refuse(HttpRequest head) {
        if (isForControls(head) || isSmall(head) && PsbService.isFor(head)) {
            return Optional.empty();
        }
        Optional<HttpAnswer> refusal = refusal(head);
        refusal.ifPresent(answer -> platform.journal()
                .add(new Call(
                        platform.now(),
                        CallDetails.of(SoapService.operationOf(head)),
                        Call.Outcome.REFUSED,
                        "HTTP " + answer.status())));
        return refusal;
    }

    @Override
    public Reaction handle(HttpRequest request) throws InterruptedException {
        if (isForControls(request)) {
            return new Reaction.Answer(controls.orElseThrow().answer(request));
        }
        return PsbService.isFor(request) ? psb.handle(request) : service.handle(request);
    }

    private Optional<HttpAnswer> refusal(HttpRequest head) {
        if (PsbService.isFor(head)) {
            return refused(413, "The request is too large.");
        }
        if (!head.path().equals(PATH)) {
            return refused(404, "There is nothing here; the platform API is at " + PATH + ".");
        }
        if (!head.method().equals("POST")) {
            return refused(405, "The platform API takes POST only.");
        }
        if (head.header("transfer-encoding").isPresent() || head.contentLength().isEmpty()) {
            return refused(411, "Transfer-Encoding: chunked is not supported; a request needs a Content-Length.");
        }
        if (head.contentLength().get() > LARGEST) {
            return refused(413, "The request is too large.");
        }
        if (!isXml(head.header("content-type").orElse(""))) {
            return refused(415, "The Content-Type must be text/xml; charset=utf-8.");
        }
        if (!subscriptionKeys.accept(head.parameter("subscriptionKey"))) {
            return refused(401, "Access denied due to missing or invalid subscription key.");
        }
        return Optional.empty();
    }

    private static boolean isSmall(HttpRequest head) {
        return head.contentLength().orElse(0L) <= LARGEST;
    }

    private boolean isForControls(HttpRequest head) {
        return controls.isPresent() && head.path().startsWith(ControlPage.PATH);
    }

    private static boolean isXml(String contentType) {
        String[] parts = contentType
                .toLowerCase(Locale.ROOT)
                .replace("\"", "")
                .replace(" ", "")
                .split(";");
        boolean utf8 = true;
        for (String part : parts) {
            utf8 &= !part.startsWith("charset=") || part.equals("charset=utf-8");
        }
        return parts[0].equals("text/xml") && utf8;
    }

    private static Optional<HttpAnswer> refused(int status, String text) {
        return Optional.of(HttpAnswer.text(status, text));
    }
}
