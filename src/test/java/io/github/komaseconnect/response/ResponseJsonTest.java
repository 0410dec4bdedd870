package io.github.komaseconnect.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ResponseAction;
import io.github.komaseconnect.econnect.ResponseReason;
import io.github.komaseconnect.econnect.ResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResponseJsonTest {
    private final ResponseJson json = new ResponseJson();

    private ResponseJson.Reading read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsReadTheSame() {
        InvoiceResponse response = new InvoiceResponse(
                ResponseStatus.RE,
                Map.of(ResponseReason.REF, "Inkoopnummer \"ontbreekt\"", ResponseReason.PRI, "Prijs één te hoog"),
                Map.of(ResponseAction.NIN, "Stuur een nieuwe"),
                "Bel Els");

        assertThat(read(json.write(response))).isEqualTo(new ResponseJson.Usable(OptionalLong.empty(), response));
        assertThat(read(json.write(InvoiceResponse.of(ResponseStatus.AP))))
                .isEqualTo(new ResponseJson.Usable(OptionalLong.empty(), InvoiceResponse.of(ResponseStatus.AP)));
    }

    @Test
    void aFileOfNotepadWithCodesInSmallLettersIsRead() {
        assertThat(
                        read(
                                "\uFEFF{\r\n \"invoice\": 12,\r\n \"status\": \"uq\", \"reasons\": {\"qty\": \" Er zijn er 3 \"}\r\n}"))
                .isEqualTo(new ResponseJson.Usable(
                        OptionalLong.of(12),
                        new InvoiceResponse(
                                ResponseStatus.UQ, Map.of(ResponseReason.QTY, "Er zijn er 3"), Map.of(), "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"status\":\"XX\"} | respond.code-unknown",
                "{\"status\":5} | respond.field-missing",
                "{} | respond.field-missing",
                "{\"status\":\"AP\",\"raeson\":{}} | respond.field-unknown",
                "{\"status\":\"AP\",\"reasons\":[]} | respond.field-missing",
                "{\"status\":\"RE\",\"reasons\":{\"FOO\":\"x\"}} | respond.code-unknown",
                "{\"status\":\"RE\",\"reasons\":{\"REF\":\" \"}} | respond.text-empty",
                "{\"status\":\"RE\",\"reasons\":{\"REF\":\"a\",\"ref\":\"b\"}} | respond.code-twice",
                "{\"status\":\"RE\",\"actions\":{\"REF\":\"x\"}} | respond.code-unknown",
                "{\"status\":\"AP\",\"invoice\":\"12\"} | respond.invoice",
                "{\"status\":\"AP\",\"invoice\":1e400} | respond.invoice",
                "{\"status\":\"AP\",\"status\":\"RE\"} | respond.not-json",
                "{\"status\":\"AP\"} {} | respond.not-json",
                "[1] | respond.not-json",
                "status=AP | respond.not-json",
                "{\"status\":\"AP\" | respond.not-json",
            })
    void whatIsWrongIsRefusedWithItsReason(String text, String code) {
        assertThat(read(text)).isInstanceOfSatisfying(ResponseJson.NotUsable.class, broken -> assertThat(
                        broken.reason().code())
                .isEqualTo(code));
    }

    @Test
    void emptyAndDeeplyNestedTextIsRefused() {
        assertThat(read("")).isInstanceOf(ResponseJson.NotUsable.class);
        assertThat(read("[".repeat(5000))).isInstanceOf(ResponseJson.NotUsable.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = ResponseStatus.class,
            names = {"UQ", "CA", "RE"})
    void aDisputeNeedsAReason(ResponseStatus status) {
        assertThat(read("{\"status\":\"" + status + "\",\"note\":\"zomaar\"}"))
                .isInstanceOfSatisfying(
                        ResponseJson.NotUsable.class,
                        broken -> assertThat(broken.reason().dutchLine()).contains(status.name(), "REF", "OTH"));
    }
}
