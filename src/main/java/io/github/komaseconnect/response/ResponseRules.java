package io.github.komaseconnect.response;

import io.github.komaseconnect.econnect.InvoiceResponse;
import io.github.komaseconnect.econnect.ResponseForm;
import io.github.komaseconnect.econnect.ResponseStatus;
import io.github.komaseconnect.reason.Reason;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold for an answer before anybody is asked to carry it. */
public final class ResponseRules {
    /** More than this no supplier reads, and some networks refuse. */
    static final int LONGEST_TEXT = 1000;

    private ResponseRules() {}

    /** What is wrong with an answer in itself; empty when nothing is. */
    public static Optional<Reason> check(InvoiceResponse response) {
        if (response.status().needsReason() && response.reasons().isEmpty()) {
            return Optional.of(ResponseReasons.reasonMissing(response.status()));
        }
        boolean emptyReason = Stream.of(response.reasons(), response.actions())
                .flatMap(texts -> texts.values().stream())
                .anyMatch(String::isBlank);
        if (emptyReason) {
            return Optional.of(ResponseReasons.emptyText());
        }
        boolean tooLong = Stream.concat(
                        Stream.of(response.note()),
                        Stream.of(response.reasons(), response.actions()).flatMap(texts -> texts.values().stream()))
                .anyMatch(text -> text.length() > LONGEST_TEXT);
        return tooLong ? Optional.of(ResponseReasons.tooLong()) : Optional.empty();
    }

    /** Why an answer cannot go the company's way to eConnect; empty when it can. */
    static Optional<Reason> check(ResponseStatus status, ResponseForm form) {
        return form.canSay(status) ? Optional.empty() : Optional.of(ResponseReasons.notThatWay(status));
    }
}
