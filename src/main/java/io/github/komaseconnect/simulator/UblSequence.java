package io.github.komaseconnect.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The elements below the root of a UBL 2.1 document, in the one order that its schema allows. */
final class UblSequence {
    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final Map<String, String> PREFIXES = Map.of(
            UBL + "CommonBasicComponents-2", "cbc:",
            UBL + "CommonAggregateComponents-2", "cac:",
            UBL + "CommonExtensionComponents-2", "ext:");

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Set<String> required;

    private UblSequence(String resource, String line) {
        required = Set.of(
                "cbc:ID",
                "cbc:IssueDate",
                "cac:AccountingSupplierParty",
                "cac:AccountingCustomerParty",
                "cac:LegalMonetaryTotal",
                line);
        try (InputStream in = UblSequence.class.getResourceAsStream("/simulator/" + resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(name -> places.put(name, places.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UblSequence invoice() {
        return new UblSequence("ubl-2.1-invoice-sequence.txt", "cac:InvoiceLine");
    }

    static UblSequence creditNote() {
        return new UblSequence("ubl-2.1-credit-note-sequence.txt", "cac:CreditNoteLine");
    }

    /** The namespace that the root element of this local name must have. */
    static String rootNamespace(String root) {
        return UBL + root + "-2";
    }

    /** {@code cbc:ID} and the like, whatever prefix the document uses; the namespace itself for a foreign one. */
    static String nameOf(String namespace, String localName) {
        return PREFIXES.getOrDefault(namespace, "{" + namespace + "}") + localName;
    }

    /** The place of an element in the sequence; empty when it does not belong there. */
    Optional<Integer> placeOf(String name) {
        return Optional.ofNullable(places.get(name));
    }

    Set<String> required() {
        return required;
    }
}
