package io.github.komaseconnect.simulator;

import io.github.komaseconnect.simulator.Fault.Moment;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Handles one call of the PSB or of its identity server: reads it, lets faults strike, carries it out, answers. */
final class PsbService {
    private final Platform platform;
    private final FaultDesk faults;
    private final IdentityCall identity;
    private final PsbAccess access;
    private final Map<Operation, PsbCall> calls = new EnumMap<>(Operation.class);

    PsbService(Platform platform, Postman postman, FaultDesk faults) {
        this.platform = platform;
        this.faults = faults;
        this.identity = new IdentityCall(platform);
        this.access = new PsbAccess(platform);
        PsbPartyCalls parties = new PsbPartyCalls();
        PsbSalesCalls sales = new PsbSalesCalls(platform, postman);
        PsbPurchaseCalls purchases = new PsbPurchaseCalls(platform);
        PsbHookCalls hooks = new PsbHookCalls(platform);
        calls.put(Operation.PSB_ME, parties.me());
        calls.put(Operation.PSB_PARTIES, parties.parties());
        calls.put(Operation.PSB_QUERY_RECIPIENT, new RecipientCall(platform));
        calls.put(Operation.PSB_SEND, sales.send());
        calls.put(Operation.PSB_STATUS, sales.status());
        calls.put(Operation.PSB_RESPONSE_DOWNLOAD, sales.response());
        calls.put(Operation.PSB_DOWNLOAD, purchases.download());
        calls.put(Operation.PSB_RECEIVED_STATUS, purchases.status());
        calls.put(Operation.PSB_DELETE, purchases.delete());
        calls.put(Operation.PSB_RESPOND, purchases.respond());
        calls.put(Operation.PSB_GET_HOOKS, hooks.list());
        calls.put(Operation.PSB_PUT_HOOK, hooks.put());
        calls.put(Operation.PSB_DELETE_HOOK, hooks.delete());
        calls.put(Operation.PSB_PING_HOOKS, hooks.ping());
    }

    /** Whether a request is for the PSB or its identity server. */
    static boolean isFor(HttpRequest head) {
        return head.path().startsWith(PsbRoutes.PREFIX) || head.path().equals(IdentityCall.PATH);
    }

    Reaction handle(HttpRequest http) throws InterruptedException {
        CallDetails details = CallDetails.of(Optional.empty());
        try {
            if (http.path().equals(IdentityCall.PATH)) {
                details = CallDetails.of(Optional.of(Operation.PSB_TOKEN));
                return react(details, () -> identity.answer(http));
            }
            PsbRoutes.Match match = PsbRoutes.match(http);
            Optional<PsbRequest.Upload> upload = upload(match, http);
            CallDetails known = details(match, http, upload);
            details = known;
            return react(known, () -> calls.get(match.operation()).answer(access.check(match, http, upload)));
        } catch (PsbRefusal refusal) {
            journal(details, Call.Outcome.REFUSED, "HTTP " + refusal.status() + " " + refusal.getMessage());
            return new Reaction.Answer(error(refusal.status(), refusal.code(), refusal.getMessage()));
        }
    }

    private interface Work {
        HttpAnswer answer() throws PsbRefusal;
    }

    private Reaction react(CallDetails details, Work work) throws PsbRefusal, InterruptedException {
        Optional<Reaction> struck =
                faults.strike(details, Moment.BEFORE_ACCEPTANCE, HttpAnswer.json(200, "{}"), this::refusal);
        if (struck.isPresent()) {
            return struck.get();
        }
        HttpAnswer answer = work.answer();
        struck = faults.strike(details, Moment.AFTER_ACCEPTANCE, answer, this::refusal);
        if (struck.isPresent()) {
            return struck.get();
        }
        journal(
                details,
                answer.status() < 300 ? Call.Outcome.ANSWERED : Call.Outcome.REFUSED,
                "HTTP " + answer.status());
        return new Reaction.Answer(answer);
    }

    /** The file of a send; what cannot be read is told by its facts, or by the call that wants it. */
    private Optional<PsbRequest.Upload> upload(PsbRoutes.Match match, HttpRequest http) throws PsbRefusal {
        if (match.operation() != Operation.PSB_SEND) {
            return Optional.empty();
        }
        Multipart.FilePart part;
        try {
            part = Multipart.file(http);
        } catch (PsbRefusal refusal) {
            access.check(match, http, Optional.empty());
            throw refusal;
        }
        try {
            Content file = platform.spool().store(part.content());
            Content content = Prolog.strip(file, platform.spool());
            return Optional.of(
                    new PsbRequest.Upload(file, content, platform.ublReader().read(content)));
        } catch (SoapFault | IOException | IllegalArgumentException e) {
            return Optional.of(new PsbRequest.Upload(
                    part.content(), part.content(), UblFacts.unreadable(String.valueOf(e.getMessage()))));
        }
    }

    private CallDetails details(PsbRoutes.Match match, HttpRequest http, Optional<PsbRequest.Upload> upload) {
        String documentId = match.variable("document")
                .or(() -> http.header(PsbSalesCalls.DOCUMENT_ID))
                .orElse("");
        String number = upload.map(PsbRequest.Upload::facts)
                .or(() -> platform.boxes().findAtPsb(documentId).map(StoredDocument::facts))
                .map(UblFacts::number)
                .orElse("");
        return new CallDetails(
                Optional.of(match.operation()),
                match.variable("party")
                        .flatMap(platform.directory()::find)
                        .map(SimulatedCompany::companyId)
                        .orElse(""),
                http.parameter("receiverId").orElse(""),
                documentId,
                number);
    }

    /** The status is part of the PSB's own codes. */
    private HttpAnswer refusal(Fault.Effect.Refusal refusal) {
        boolean own = refusal.code().matches("API[45][0-9]{2}");
        int status = own ? Integer.parseInt(refusal.code().substring(3)) : 400;
        return error(status, refusal.code(), refusal.message());
    }

    private HttpAnswer error(int status, String code, String message) {
        HttpAnswer answer = HttpAnswer.json(
                status,
                Json.object()
                        .put("code", code)
                        .put("message", message)
                        .put("helpLink", "https://psb.econnect.example/errors/" + code.toLowerCase(Locale.ROOT))
                        .put("requestId", UUID.randomUUID().toString())
                        .put("dateTime", Json.time(platform.now()))
                        .toString());
        return status == 401 ? answer.withHeader("WWW-Authenticate: Bearer error=\"invalid_token\"") : answer;
    }

    private void journal(CallDetails details, Call.Outcome outcome, String detail) {
        platform.journal().add(new Call(platform.now(), details, outcome, detail));
    }
}
