package io.github.komaseconnect.simulator;

import io.github.komaseconnect.simulator.Fault.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Handles one SOAP call: reads it, lets injected faults strike, carries it out, answers. */
final class SoapService {
    private static final String ENVELOPE_START =
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<S:Envelope xmlns:S=\"" + SoapReader.ENVELOPE + "\"><S:Body>";
    private static final String ENVELOPE_END = "</S:Body></S:Envelope>";

    private final Platform platform;
    private final SoapReader reader;
    private final Operations operations;
    private final Schema schema = new Schema();
    private final FaultDesk faults;

    SoapService(Platform platform, SoapReader reader, Operations operations, FaultDesk faults) {
        this.platform = platform;
        this.reader = reader;
        this.operations = operations;
        this.faults = faults;
    }

    /** The operation that a SOAPAction header asks for; quotes around it are allowed, as SOAP 1.1 wants them. */
    static Optional<Operation> operationOf(HttpRequest request) {
        return action(request)
                .filter(action -> action.startsWith(Schema.NAMESPACE))
                .flatMap(action -> Operation.named(action.substring(Schema.NAMESPACE.length())));
    }

    private static Optional<String> action(HttpRequest request) {
        return request.header("soapaction")
                .map(header -> header.length() > 1 && header.startsWith("\"") && header.endsWith("\"")
                        ? header.substring(1, header.length() - 1)
                        : header);
    }

    Reaction handle(HttpRequest http) throws InterruptedException {
        CallDetails details = CallDetails.of(operationOf(http));
        try {
            SoapMessage message = reader.read(http.body());
            PlatformRequest request = understand(http, message);
            details = operations.details(request);
            Optional<Reaction> struck =
                    faults.strike(details, Moment.BEFORE_ACCEPTANCE, emptyAnswer(request), SoapService::refusal);
            if (struck.isPresent()) {
                return struck.get();
            }
            HttpAnswer answer = answer(
                    request.operation().responseName(),
                    operations.carryOut(request, token(message), http.parameter("subscriptionKey")));
            struck = faults.strike(details, Moment.AFTER_ACCEPTANCE, answer, SoapService::refusal);
            if (struck.isPresent()) {
                return struck.get();
            }
            journal(details, Call.Outcome.ANSWERED, "HTTP 200");
            return new Reaction.Answer(answer);
        } catch (SoapFault fault) {
            journal(details, Call.Outcome.FAULT, fault.faultString());
            return new Reaction.Answer(fault(fault));
        } catch (WrongSubscription e) {
            journal(details, Call.Outcome.REFUSED, "HTTP 401");
            return new Reaction.Answer(HttpAnswer.text(401, e.getMessage()));
        }
    }

    private PlatformRequest understand(HttpRequest http, SoapMessage message) throws SoapFault {
        Node body = message.body();
        String expected = body.namespace() + body.name();
        if (!body.namespace().equals(Schema.NAMESPACE)
                || !action(http).filter(expected::equals).isPresent()) {
            throw SoapFault.namespaceNotSupported();
        }
        Operation operation = Operation.named(body.name()).orElseThrow(() -> SoapFault.unknownOperation(body.name()));
        if (message.authentication().isPresent()) {
            Schema.check(Schema.AUTHENTICATION, message.authentication().get());
        }
        schema.check(operation, body);
        return new PlatformRequest(
                operation, body, message.payload(), message.payload().map(this::facts));
    }

    private static Optional<String> token(SoapMessage message) {
        return message.authentication().flatMap(header -> header.textAt("SecurityToken"));
    }

    /** What does not even parse on its own, e.g. as it leans on a namespace of the envelope, is a mistake as well. */
    private UblFacts facts(Content payload) {
        try {
            return platform.ublReader().read(payload);
        } catch (SoapFault e) {
            return UblFacts.unreadable(e.getMessage());
        }
    }

    private void journal(CallDetails details, Call.Outcome outcome, String detail) {
        platform.journal().add(new Call(platform.now(), details, outcome, detail));
    }

    private static HttpAnswer emptyAnswer(PlatformRequest request) {
        return answer(request.operation().responseName(), List.of());
    }

    private static HttpAnswer answer(String element, List<Content> content) {
        List<Content> parts = new ArrayList<>();
        parts.add(MemoryContent.of(ENVELOPE_START + "<" + element + " xmlns=\"" + Schema.NAMESPACE + "\">"));
        parts.addAll(content);
        parts.add(MemoryContent.of("</" + element + ">" + ENVELOPE_END));
        return HttpAnswer.xml(200, parts);
    }

    private static HttpAnswer refusal(Fault.Effect.Refusal refusal) {
        return fault(new SoapFault(refusal.code(), refusal.message()));
    }

    /** A fault as eConnect words it. */
    private static HttpAnswer fault(SoapFault fault) {
        Markup out = new Markup()
                .open("S:Fault")
                .text("faultcode", "S:Server")
                .text("faultstring", fault.faultString())
                .close("S:Fault");
        return HttpAnswer.xml(500, List.of(MemoryContent.of(ENVELOPE_START + out + ENVELOPE_END)));
    }
}
