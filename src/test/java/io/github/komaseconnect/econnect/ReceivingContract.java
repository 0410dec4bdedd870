package io.github.komaseconnect.econnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.simulator.Fault;
import io.github.komaseconnect.simulator.InboxDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A received document is in its file as it is at eConnect, or not at all; asking again costs nothing. */
public abstract class ReceivingContract extends Contract {
    static Stream<Fault> afterWhichThereIsNoDocument() {
        return Stream.of(
                Fault.resetBeforeAcceptance(),
                Fault.resetAfterAcceptance(),
                Fault.statusBeforeAcceptance(503),
                Fault.statusAfterAcceptance(500),
                Fault.halfAnswer(),
                Fault.proxyPage(),
                Fault.silenceAfterAcceptance());
    }

    private String deliver(String xml) {
        return gateway.received(simulator, simulator.deliver(GatewayUnderTest.ACME.companyId(), InboxDocument.of(xml)));
    }

    private Path document() {
        return home.resolve("archive/document.xml");
    }

    private Reply<Path> fetch(String id) {
        return eConnect.inboxDocument(id, home.resolve("archive/answer"), document());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n", "\uFEFF<?xml version=\"1.0\"?>"})
    void theDocumentIsThereByteForByteWithAProlog(String prolog) throws Exception {
        Reply<Path> reply = fetch(deliver(prolog + invoice("I-1")));

        assertThat(reply).isEqualTo(new Reply.Done<>(document()));
        assertThat(body(Files.readAllBytes(document()))).isEqualTo(invoice("I-1"));
    }

    @ParameterizedTest
    @MethodSource("afterWhichThereIsNoDocument")
    void withoutAUsableAnswerThereIsNoFileAndItCanBeAskedAgain(Fault fault) throws Exception {
        String id = deliver(invoice("I-1"));
        simulator.faults().on(gateway.fetching()).times(1).inject(fault);

        Reply<Path> reply = fetch(id);

        assertThat(kind(reply)).as(String.valueOf(reply)).isEqualTo(Reply.Temporary.class);
        assertThat(document()).doesNotExist();
        assertThat(fetch(id)).isEqualTo(new Reply.Done<>(document()));
        assertThat(body(Files.readAllBytes(document()))).isEqualTo(invoice("I-1"));
    }

    @Test
    void whoIsToldToWaitIsToldHowLong() {
        String id = deliver(invoice("I-1"));
        simulator
                .faults()
                .on(gateway.fetching())
                .times(1)
                .inject(Fault.statusBeforeAcceptance(429, Duration.ofSeconds(90)));

        Reply<Path> reply = fetch(id);

        assertThat(kind(reply)).isEqualTo(Reply.Temporary.class);
        assertThat(reply.restAskedFor()).contains(Duration.ofSeconds(90));
    }

    @Test
    void aDocumentThatIsNotThereIsNoFile() {
        Reply<Path> reply = fetch("00000000-0000-0000-0000-000000000000");

        assertThat(kind(reply)).isIn(Reply.Temporary.class, Reply.Refused.class);
        assertThat(document()).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenIsTemporary() {
        String id = deliver(invoice("I-1"));
        Path file = write("file", "");

        Reply<Path> reply = eConnect.inboxDocument(id, file.resolve("a"), file.resolve("d"));

        assertThat(kind(reply)).isEqualTo(Reply.Temporary.class);
    }

    @Test
    void fetchingTwiceGivesTheSameTwice() throws Exception {
        String id = deliver(invoice("I-1"));
        fetch(id);
        byte[] first = Files.readAllBytes(document());
        fetch(id);

        assertThat(Files.readAllBytes(document())).isEqualTo(first);
    }
}
