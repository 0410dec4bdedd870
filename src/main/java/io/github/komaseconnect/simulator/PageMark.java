package io.github.komaseconnect.simulator;

import io.github.komaseconnect.simulator.StoredDocument.Box;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Collectors;

/** Where a page ended: the last document on it. On the wire it is opaque. */
record PageMark(Instant createdOn, long sequence) {
    /** What is being paged through; the mark of one list means nothing in another. */
    record Scope(Box box, Collection<SimulatedCompany> companies) {
        private String text() {
            return box + "/"
                    + companies.stream().map(SimulatedCompany::companyId).collect(Collectors.joining(","));
        }
    }

    String write(Scope scope) {
        String plain = createdOn.toEpochMilli() + "|" + sequence + "|" + scope.text();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static PageMark read(String page, Scope scope) throws SoapFault {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(page), StandardCharsets.UTF_8).split("\\|", 3);
            if (parts.length == 3 && parts[2].equals(scope.text())) {
                return new PageMark(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            throw SoapFault.unknownPage();
        }
        throw SoapFault.unknownPage();
    }
}
