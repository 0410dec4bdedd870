package io.github.komaseconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.econnect.ListPage;
import io.github.komaseconnect.econnect.Reply;
import io.github.komaseconnect.fuzz.Scratch;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that eConnect would not give: a call with one ends with a reason, and nothing of it is used. */
class HostileAnswersTest {
    @TempDir
    Path home;

    private ScriptedTransport transport;
    private PlatformEConnect econnect;

    @BeforeEach
    void connect() {
        transport = new ScriptedTransport();
        econnect = new PlatformEConnect(
                Sample.company(), () -> Sample.KEYS, transport, Sample.CLOCK, Sample.TEMPLATES, Sample::bare, home);
    }

    private static Map<String, byte[]> unusable() {
        String list = Sample.response("GetInboxDocuments", "<Results>@</Results>");
        Map<String, byte[]> answers = new LinkedHashMap<>();
        answers.put("nothing", new byte[0]);
        answers.put("html", bytes("<html><body>Sign in</body></html>"));
        answers.put("json", bytes("{\"error\":\"x\"}"));
        answers.put("entity-bomb", bytes(list.replaceFirst("<S:", "<!DOCTYPE x [<!ENTITY a '&b;'>]><S:")));
        answers.put(
                "external-subset", bytes(list.replaceFirst("<S:", "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x'><S:")));
        answers.put("unknown-entity", bytes(list.replace("@", "&x;")));
        answers.put("deep-nesting", bytes(list.replace("@", "<a>".repeat(100_000))));
        answers.put("many-elements", bytes(list.replace("@", "<a/>".repeat(200_000))));
        answers.put("much-text", bytes(list.replace("@", "x".repeat(5_000_000))));
        answers.put("long-name", bytes(list.replace("@", "<" + "x".repeat(500_000) + "/>")));
        answers.put("many-names", bytes(list.replace("@", many("<Payload>", "<a%d/>", "</Payload>"))));
        answers.put("many-attributes", bytes(list.replace("@", many("<a", " a%d=''", "/>"))));
        answers.put("nul", bytes(list.replace("@", "\u0000")));
        answers.put("control", bytes(list.replace("@", "\u0008")));
        answers.put("half", bytes(list.substring(0, list.length() - 20)));
        answers.put("two", bytes(list + list));
        answers.put("windows-as-utf-8", list.replace("@", "<a>é</a>").getBytes(Charset.forName("windows-1252")));
        answers.put("utf-16-that-is-utf-8", bytes(list.replace("utf-8", "utf-16")));
        answers.put("utf-7", bytes(list.replace("utf-8", "utf-7")));
        answers.put("unknown-encoding", bytes(list.replace("utf-8", "klingon")));
        answers.put("other-operation", bytes(Sample.response("Login", "<SecurityToken>x</SecurityToken>")));
        answers.put("empty-body", bytes(Sample.envelope("")));
        answers.put("id-without-end", bytes(list.replace("@", entry("X".repeat(100_000), "2026-11-20T10:00:00Z"))));
        return answers;
    }

    private static String many(String first, String piece, String last) {
        StringBuilder text = new StringBuilder(first);
        for (int n = 0; n < 30_000; n++) {
            text.append(String.format(piece, n));
        }
        return text + last;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String entry(String id, String createdOn) {
        return "<Document><ExternalId>" + id + "</ExternalId><Subject>s</Subject><CreatedOn>" + createdOn
                + "</CreatedOn></Document>";
    }

    private void then(Operation operation, byte[] answer) {
        transport.then(operation, request -> {
            Files.write(request.answer(), answer);
            return new TransportResult.Answered(200);
        });
    }

    @Test
    void eachEndsWithAReason() {
        Map<String, byte[]> answers = unusable();
        answers.forEach((name, answer) -> {
            then(Operation.GET_INBOX_DOCUMENTS, answer);
            Reply<ListPage> reply = econnect.inbox(Optional.empty(), Optional.empty());
            assertThat(Sample.code(reply)).as(name).isEqualTo("temporary econnect.unusable-answer");
            Scratch.assertTells(Setback.of(reply).reason());
        });
        System.out.println("COUNT hostile-answers inputs=" + answers.size() + " refused-with-reason=" + answers.size());
    }

    @Test
    void aListWithOddFieldsIsReadAsFarAsItMakesSense() {
        then(
                Operation.GET_INBOX_DOCUMENTS,
                bytes(Sample.response(
                        "GetInboxDocuments",
                        "<Results>" + entry("../../x", "+999999999-12-31T23:59:59Z")
                                + entry("NUL", "-999999999-01-01T00:00:00Z") + entry("a b", "tomorrow")
                                + entry("XCNIN1", "2026-11-20T10:00:00.1234567+01:00")
                                        .replace("<Subject>s", "<Subject>" + "&#13;&#10;x\u202E".repeat(1000))
                                + entry(" ", "2026-11-20T10:00:00Z") + "</Results>")));

        List<InboxEntry> entries = ((Reply.Done<ListPage>) econnect.inbox(Optional.empty(), Optional.empty()))
                .value()
                .entries();

        assertThat(entries).extracting(InboxEntry::externalId).containsExactly("../../x", "NUL", "a b", "XCNIN1");
        assertThat(entries)
                .extracting(InboxEntry::createdOn)
                .containsExactly(
                        Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Instant.parse("2026-11-20T09:00:00.123456700Z"));
        assertThat(entries.get(3).subject()).hasSizeLessThan(301).doesNotContainPattern("[\\p{Cc}\u202E]");
    }

    @Test
    void aDocumentThatIsHostileIsKeptAsItCameAndRefusedByItsReader() throws Exception {
        Map<String, String> payloads = Map.of(
                "<a:Invoice xmlns:a='urn:a'/>",
                "document.other",
                "<Invoice>" + "<a>".repeat(150) + "</a>".repeat(150) + "</Invoice>",
                "document.damaged",
                "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'/>",
                "invoice.no-number");
        for (Map.Entry<String, String> payload : payloads.entrySet()) {
            then(
                    Operation.GET_INBOX_DOCUMENT,
                    bytes(Sample.response(
                            "GetInboxDocument", "<Details><Payload>" + payload.getKey() + "</Payload></Details>")));
            Path document = home.resolve("document.xml");
            assertThat(econnect.inboxDocument("XCNIN1", home.resolve("answer.xml"), document))
                    .isInstanceOf(Reply.Done.class);
            UblReading reading = new UblReader(new SafeXml()).read(document);
            assertThat(
                            reading instanceof UblReading.NotUsable refused
                                    ? refused.reason().code()
                                    : ((UblReading.OtherDocument) reading)
                                            .reason()
                                            .code())
                    .isEqualTo(payload.getValue());
        }
    }

    @Test
    void aPayloadWithADoctypeIsNeverWritten() {
        then(
                Operation.GET_INBOX_DOCUMENT,
                bytes(Sample.response(
                        "GetInboxDocument", "<Details><Payload><!DOCTYPE a><Invoice/></Payload></Details>")));
        Path document = home.resolve("document.xml");
        assertThat(Sample.code(econnect.inboxDocument("XCNIN1", home.resolve("answer.xml"), document)))
                .isEqualTo("temporary econnect.unusable-answer");
        assertThat(document).doesNotExist();
    }

    @Test
    void aFaultOfAMegabyteWithTricksIsToldOnOneLine() {
        transport.then(
                Operation.GET_INBOX_DOCUMENTS,
                500,
                Sample.fault(
                        "&#27;x".replace("&#27;", "\u0085\u202E") + "&#10;nee ".repeat(100_000) + "[ERRSND4000001]"));
        Reply<ListPage> reply = econnect.inbox(Optional.empty(), Optional.empty());
        assertThat(Sample.code(reply)).isEqualTo("refused econnect.not-reachable");
        Scratch.assertTells(Setback.of(reply).reason());
    }

    @Test
    void anAnswerWithoutEndIsBrokenOff() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty(AnswerKeeper.FILE, home.resolve("answer"));
        exchange.getMessage().setBody(new ByteArrayInputStream(new byte[200_000]));
        assertThatIOException()
                .isThrownBy(() -> new AnswerKeeper(100_000).process(exchange))
                .withMessageContaining("larger");
        assertThat(exchange.getProperty(AnswerKeeper.KEPT, false, boolean.class))
                .isFalse();
    }
}
