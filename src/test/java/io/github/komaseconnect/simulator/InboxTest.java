package io.github.komaseconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest extends Rehearsed {
    private static final String OWN = "<EConnectPartyId>XCNL10019</EConnectPartyId>";

    private String deliver(String number) {
        return simulator.deliver(ACME.companyId(), InboxDocument.of(Ubl.invoice(number)));
    }

    private List<String> search(String search) {
        return call("GetInboxDocuments", OWN + "<Paging><Limit>100</Limit></Paging><Search>" + search + "</Search>")
                .values("ExternalId");
    }

    @Test
    void listsTenAtATimeUnlessAskedOtherwise() {
        for (int i = 0; i < 12; i++) {
            deliver("n" + i);
        }
        assertThat(call("GetInboxDocuments", OWN).values("Document")).hasSize(10);
        assertThat(call("GetInboxDocuments", OWN + "<Paging><Limit>0</Limit></Paging>")
                        .values("Document"))
                .hasSize(10);
        assertThat(call("GetInboxDocuments", OWN + "<Paging><Limit>12</Limit></Paging>")
                        .values("Document"))
                .hasSize(12);
    }

    @Test
    void pagesInOrderOfCreatedOnWithoutGapOrRepeat() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // two of each CreatedOn: a page boundary falls between documents of one moment
            clock.advance(Duration.ofMillis(i % 2 == 0 ? 1 : 0));
            expected.add(deliver("n" + i));
        }
        List<String> found = new ArrayList<>();
        String next = "";
        do {
            String start = next.isEmpty() ? "" : "<StartPage>" + next + "</StartPage>";
            Wire.Answer page = call("GetInboxDocuments", OWN + "<Paging><Limit>3</Limit>" + start + "</Paging>");
            found.addAll(page.values("ExternalId"));
            next = page.value("NextPage");
        } while (!next.isEmpty());

        assertThat(found).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "MTIz"})
    void refusesAPageThatItDidNotGive(String page) {
        assertThat(call(
                                "GetInboxDocuments",
                                OWN + "<Paging><Limit>3</Limit><StartPage>" + page + "</StartPage></Paging>")
                        .fault())
                .endsWith("[ERRSIM9000004]");
    }

    @Test
    void tellsTheMetadataAsDocumented() {
        String externalId = deliver("2026-0042");

        Wire.Answer answer = call("GetInboxDocuments", OWN);

        assertThat(answer.value("Document"))
                .isEqualTo(
                        "<ExternalId>" + externalId + "</ExternalId><DocumentId/><Subject>Factuur 2026-0042</Subject>"
                                + "<CreatedOn>2026-11-22T08:00:00.000Z</CreatedOn>"
                                + "<ModifiedOn>2026-11-22T08:00:00.000Z</ModifiedOn>"
                                + "<Sender><EConnectPartyId/><Name>Verkoper</Name></Sender>"
                                + "<Receiver><EConnectPartyId>XCNL10019</EConnectPartyId>"
                                + "<Name>Acme Installatietechniek B.V.</Name></Receiver>"
                                + "<Status><Name>Ontvangen</Name><Code>10</Code></Status>"
                                + "<Template><Id>GLDT9223370666504283001RA000000006DTP2000001</Id><Name>Factuur</Name>"
                                + "<MasterId>GLDT9223370666504283001RA000000006DTP2000001</MasterId>"
                                + "<MasterName>Factuur</MasterName></Template>"
                                + "<Transaction><MessageId>EM" + externalId.substring(5) + "</MessageId>"
                                + "<DeliveryMethod>ToPeppol</DeliveryMethod><SenderReferenceId/>"
                                + "<ReceiverReferenceId>XCNL10019</ReceiverReferenceId></Transaction>");
        assertThat(answer.body()).contains("<PagingResponse></PagingResponse>");
    }

    @Test
    void filtersByTimeWithBothEndsIncluded() {
        deliver("before");
        clock.advance(Duration.ofSeconds(1));
        String at = deliver("at");
        clock.advance(Duration.ofSeconds(1));
        String after = deliver("after");

        assertThat(search("<CreatedOn><To xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"/>"
                        + "<From>2026-11-22T09:00:01.000+01:00</From></CreatedOn>"))
                .containsExactly(at, after);
        assertThat(search("<CreatedOn><To>2026-11-22T08:00:01Z</To><From>2026-11-22T08:00:01Z</From></CreatedOn>"))
                .containsExactly(at);
    }

    @Test
    void filtersByModifiedOnAndStatus() {
        deliver("untouched");
        String changed = deliver("changed");
        clock.advance(Duration.ofMinutes(1));
        call("SetInboxDocumentStatus", id(changed) + "<StatusCode>40</StatusCode>");

        assertThat(search("<Status><Code>40</Code></Status>")).containsExactly(changed);
        assertThat(search("<ModifiedOn><To>2026-11-23T00:00:00Z</To><From>2026-11-22T08:01:00Z</From></ModifiedOn>"))
                .containsExactly(changed);
    }

    @Test
    void filtersByTheOtherFields() {
        String one = deliver("2026-0001");
        String two = simulator.deliver(
                ACME.companyId(), InboxDocument.of(Ubl.invoice("2026-0002")).withSender(BETA.companyId()));
        String order = simulator.deliver(ACME.companyId(), InboxDocument.of("<Order xmlns=\"urn:x\"/>"));

        assertThat(search("<ExternalId>" + two + "</ExternalId>")).containsExactly(two);
        assertThat(search("<DocumentId>1</DocumentId>")).isEmpty();
        assertThat(search("<Subject>2026-0001</Subject>")).containsExactly(one);
        assertThat(search("<Sender><EConnectPartyId>XCNL10018</EConnectPartyId></Sender>"))
                .containsExactly(two);
        assertThat(search("<Sender><Name>verkoper</Name></Sender>")).containsExactly(one, two);
        assertThat(search("<Receiver><EConnectPartyId>XCNL10018</EConnectPartyId></Receiver>"))
                .isEmpty();
        assertThat(search("<Template><MasterId>" + SimulatorBuilder.INVOICE_TEMPLATE + "</MasterId></Template>"))
                .containsExactly(one, two);
        assertThat(search("<Template><MasterName>Order</MasterName></Template>"))
                .containsExactly(order);
    }

    @Test
    void givesTheDocumentByteForByteAndMarksItAsDownloaded() {
        String inner = "<Invoice xmlns=\"urn:x\">\n\t<a b='1'  >&amp; é 😀</a><!-- c --><e/></Invoice>\n";
        String externalId = simulator.deliver(
                ACME.companyId(), InboxDocument.of("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + inner));

        Wire.Answer answer = call("GetInboxDocument", id(externalId));

        assertThat(answer.value("Payload")).isEqualTo(inner);
        assertThat(answer.value("Details")).contains("<Status><Name>Gedownload</Name><Code>30</Code><Info>");
        assertThat(answer.value("Statuses")).contains("<Status><Name>Geopend</Name><Code>20</Code></Status>");
        assertThat(simulator.status(externalId)).isEqualTo(InvoiceStatus.DOWNLOADED);
    }

    @Test
    void translatesOtherEncodings() {
        String xml = "<?xml version='1.0' encoding='ISO-8859-1'?><a>café</a>";
        String latin = simulator.deliver(ACME.companyId(), InboxDocument.of(xml.getBytes(StandardCharsets.ISO_8859_1)));
        String utf16 = simulator.deliver(
                ACME.companyId(),
                InboxDocument.of(xml.replace("ISO-8859-1", "UTF-16").getBytes(StandardCharsets.UTF_16)));

        assertThat(call("GetInboxDocument", id(latin)).value("Payload")).isEqualTo("<a>café</a>");
        assertThat(call("GetInboxDocument", id(utf16)).value("Payload")).isEqualTo("<a>café</a>");
    }

    @Test
    void leavesAHigherStatusAloneWhenADocumentIsFetched() {
        String externalId = simulator.deliver(
                ACME.companyId(), InboxDocument.of(Ubl.invoice("1")).withStatus(InvoiceStatus.ACCEPTED));
        call("GetInboxDocument", id(externalId));
        assertThat(simulator.status(externalId)).isEqualTo(InvoiceStatus.ACCEPTED);
    }

    @Test
    void setsAStatusByCode() {
        String externalId = deliver("1");
        clock.advance(Duration.ofSeconds(5));

        assertThat(call("SetInboxDocumentStatus", id(externalId) + "<StatusCode>35</StatusCode>")
                        .value("ExternalId"))
                .isEqualTo(externalId);
        assertThat(call("GetInboxDocumentStatus", id(externalId)).value("Details"))
                .startsWith("<Name>Ter goedkeuring</Name><Code>35</Code><Info>")
                .contains("<ChangedOn>2026-11-22T08:00:05.000Z</ChangedOn>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"05", "30", "99", "Ontvangen", "4"})
    void refusesAStatusThatIsNotACallersToSet(String code) {
        String externalId = deliver("1");
        assertThat(call("SetInboxDocumentStatus", id(externalId) + "<StatusCode>" + code + "</StatusCode>")
                        .fault())
                .endsWith("[ERRSIM9000005]");
    }

    @Test
    void letsADocumentAppearLaterWithAnOlderCreatedOn() {
        String hidden = simulator.deliver(
                ACME.companyId(), InboxDocument.of(Ubl.invoice("late")).hidden());
        String timed = simulator.deliver(
                ACME.companyId(),
                InboxDocument.of(Ubl.invoice("timed"))
                        .withCreatedOn(Instant.parse("2026-11-22T07:00:00.123456Z"))
                        .visibleFrom(Instant.parse("2026-11-22T08:00:10Z")));
        clock.advance(Duration.ofSeconds(1));
        String newer = deliver("newer");
        assertThat(search("")).containsExactly(newer);
        assertThat(call("GetInboxDocument", id(hidden)).fault()).endsWith("[ERRSIM9000003]");

        simulator.reveal(hidden);
        clock.advance(Duration.ofSeconds(9));

        assertThat(search("")).containsExactly(timed, hidden, newer);
        assertThat(call("GetInboxDocuments", OWN).value("CreatedOn")).isEqualTo("2026-11-22T07:00:00.123Z");
    }

    @ParameterizedTest
    @CsvSource({"GetInboxDocuments", "GetOutboxDocuments"})
    void refusesACompanyIdOfAnotherAccountOrInOtherCase(String operation) {
        assertThat(call(operation, "<EConnectPartyId>XCNL10018</EConnectPartyId>")
                        .fault())
                .endsWith("[ERRGRP3000006]");
        assertThat(call(operation, "<EConnectPartyId>xcnl10019</EConnectPartyId>")
                        .fault())
                .endsWith("[ERRGRP3000006]");
        assertThat(call(operation, "<GroupId>g</GroupId>").fault()).endsWith("[ERRSIM9000008]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetInboxDocument", "GetInboxDocumentStatus", "GetDocumentPdf", "GetOutboxDocument"})
    void keepsTheDocumentsOfOthersToThem(String operation) {
        String externalId = simulator.deliver(BETA.companyId(), InboxDocument.of(Ubl.invoice("1")));
        assertThat(call(operation, id(externalId)).fault()).endsWith("[ERRSIM9000003]");
    }

    @Test
    void refusesToDeliverWhatCannotStandInAMessage() {
        assertThatThrownBy(() -> simulator.deliver(ACME.companyId(), InboxDocument.of("<a>")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> simulator.deliver(ACME.companyId(), InboxDocument.of("<!DOCTYPE a><a/>")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> simulator.deliver("XCNL1", InboxDocument.of("<a/>")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
