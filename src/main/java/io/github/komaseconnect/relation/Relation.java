package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.reason.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of the relation file, read and judged. A line with a mistake is kept: an invoice that needs it is held with
 * the mistake as reason, instead of going out by the default method.
 *
 * @param line line number in the file, from 1, where the row begins
 * @param number Komas relation number as typed, empty without one
 * @param name name of the relation, empty without one
 * @param method what the sending method field says
 * @param identifier what the CoC field holds; empty when the field is empty
 * @param vatNumber letters and digits only, upper case; empty without one
 * @param email what the e-mail field holds
 * @param country ISO 3166-1 alpha-2 code; empty when the field is empty; as typed when it is no country we know
 * @param language empty when the field is empty or not understood
 * @param kind whether the relation is marked as government
 * @param fallback what the fallback field says
 * @param print what is asked of a printer for this relation; what is not understood is among the troubles
 * @param attachments what the attachments field says
 * @param troubles what is wrong in this line; an invoice is held only when it needs what is wrong
 * @param unusable why the line as a whole cannot be trusted, e.g. shifted columns; an invoice that finds it is held
 * @param row the line as it was read, its fields on one line; kept as evidence
 */
public record Relation(
        long line,
        String number,
        String name,
        MethodChoice method,
        Optional<IdentifierReading> identifier,
        String vatNumber,
        EmailReading email,
        String country,
        Optional<Language> language,
        Kind kind,
        FallbackChoice fallback,
        PrintWishes print,
        AttachmentsChoice attachments,
        List<Reason> troubles,
        Optional<Reason> unusable,
        String row) {
    /** What the government field says. */
    public enum Kind {
        GOVERNMENT,
        ORDINARY
    }

    public Relation {
        troubles = List.copyOf(troubles);
    }

    Relation withMethod(MethodChoice other) {
        return new Relation(
                line,
                number,
                name,
                other,
                identifier,
                vatNumber,
                email,
                country,
                language,
                kind,
                fallback,
                print,
                attachments,
                troubles,
                unusable,
                row);
    }

    /** The address in the CoC field, when it can be used. */
    public Optional<ElectronicAddress> address() {
        return identifier.flatMap(IdentifierReading::usable);
    }

    /**
     * Every address of the line that can be used over Peppol: that of the CoC field, and the VAT number as one. Whether the
     * latter is this relation's alone, only {@link RelationSnapshot#addressesOf} knows.
     */
    public List<ElectronicAddress> addresses() {
        return Stream.concat(address().stream(), VatNumbers.addressOf(vatNumber).stream())
                .distinct()
                .toList();
    }

    /**
     * What is odd in this line and stops nothing: a Dutch VAT number, here or in the CoC field, with wrong check digits, and
     * leading zeros that were put back.
     */
    public List<Reason> warnings() {
        return Stream.concat(
                        identifier
                                .filter(reading -> reading instanceof IdentifierReading.Valid valid
                                        && valid.repairs().contains(Repair.LEADING_ZEROS))
                                .flatMap(IdentifierReading::usable)
                                .map(AddressWarnings::padded)
                                .stream(),
                        addresses().stream().flatMap(address -> AddressWarnings.ofAddress(address).stream()))
                .toList();
    }

    /** Number and name for a sentence, e.g. {@code 10023 Jansen B.V.}; without either, how the line begins. */
    public String label() {
        String label = (number + " " + name).strip();
        return label.isEmpty() ? Typed.quoted(row) : label;
    }
}
