package io.github.komaseconnect.psb;

import io.github.komaseconnect.econnect.Accepted;
import io.github.komaseconnect.econnect.OutgoingDocument;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.folder.SafeName;
import io.github.komaseconnect.folder.SureFile;
import io.github.komaseconnect.platform.WorkFile;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.ElectronicAddress;
import io.github.komaseconnect.relation.IdentifierReader;
import io.github.komaseconnect.rest.Json;
import io.github.komaseconnect.rest.RequestBody;
import io.github.komaseconnect.rest.UnusableAnswerException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Sends a document: as it is, straight from its file, under our own id of it. */
final class PsbSending {
    private static final String DOCUMENT_ID = "X-EConnect-DocumentId";

    private final Addresses addresses;
    private final PsbCalls calls;
    private final Json json;
    private final PsbReasons reasons;
    private final Path tmp;
    private final OwnParty ownParty;

    PsbSending(Addresses addresses, PsbCalls calls, OwnParty ownParty, Json json, PsbReasons reasons, Path tmp) {
        this.addresses = addresses;
        this.calls = calls;
        this.ownParty = ownParty;
        this.json = json;
        this.reasons = reasons;
        this.tmp = tmp;
    }

    Reply<Accepted> send(OutgoingDocument document) {
        try (WorkFile work = WorkFile.in(tmp)) {
            RequestBody body = RequestBody.form(document.ubl(), fileName(document));
            Call call = new Call(
                    "POST",
                    address(document),
                    Map.of(DOCUMENT_ID, document.documentId()),
                    Optional.of(body),
                    Call.Repetition.HARMFUL,
                    Call.Subject.RECEIVER);
            archive(call, body, document.archived());
            Outcome outcome = calls.call(call, work.path());
            // from here on nothing may end as "not sent" for a trouble of our own
            Reply<Accepted> reply = reply(call, document, outcome, work.path());
            document.keepAnswer(work.path());
            return reply;
        } catch (IOException e) {
            return new Reply.Temporary<>(reasons.ownFile(e));
        }
    }

    private Reply<Accepted> reply(Call call, OutgoingDocument document, Outcome outcome, Path answer) {
        if (outcome instanceof Outcome.Duplicate) {
            return new Reply.Done<>(Accepted.before(document.documentId()));
        }
        if (outcome instanceof Outcome.NotDone not) {
            return Outcome.same(not.reply());
        }
        if (outcome instanceof Outcome.Unknown unknown) {
            return notTaken(document, unknown.reason());
        }
        Outcome.Carried carried = (Outcome.Carried) outcome;
        try {
            return new Reply.Done<>(Accepted.now(Json.required(json.object(answer), "id")));
        } catch (UnusableAnswerException e) {
            return new Reply.InDoubt<>(reasons.unusable(carried.status(), e.getMessage()));
        } catch (IOException e) {
            return new Reply.InDoubt<>(reasons.ownFile(e));
        }
    }

    /** A 404 is about this one document only where the PSB knows the sender; nothing was taken either way. */
    private Reply<Accepted> notTaken(OutgoingDocument document, Reason said) {
        Optional<Reply<?>> trouble = ownParty.troubleNow();
        if (trouble.isEmpty()) {
            return new Reply.Refused<>(reasons.unknownReceiver(document.receiver(), said));
        }
        return trouble.get() instanceof Reply.Refused<?> refused
                ? new Reply.Temporary<>(refused.reason())
                : Outcome.same(trouble.get());
    }

    /** To whom is decided by the relation; a receiver that only the platform knows is left to what the document says. */
    private URI address(OutgoingDocument document) {
        String receiver = new IdentifierReader()
                .read(document.receiver(), "")
                .usable()
                .filter(found -> !found.scheme().isEmpty())
                .map(ElectronicAddress::partyId)
                .orElse("");
        String query = receiver.isEmpty() ? "" : "?receiverId=" + Addresses.encoded(receiver);
        return addresses.ofParty("/salesInvoice/send" + query);
    }

    private static String fileName(OutgoingDocument document) {
        return SafeName.of(document.number()).replaceAll("[^A-Za-z0-9._-]", "_") + ".xml";
    }

    /** The request as it is sent, but for the token. */
    private static void archive(Call call, RequestBody body, Path archived) throws IOException {
        String head = call.method() + " " + call.address() + "\r\n" + DOCUMENT_ID + ": "
                + call.headers().get(DOCUMENT_ID) + "\r\nAuthorization: Bearer ***\r\nContent-Type: "
                + body.getContentType() + "\r\nContent-Length: " + body.getContentLength() + "\r\n\r\n";
        SureFile.writeSoft(archived, out -> {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            body.writeTo(out);
        });
    }
}
