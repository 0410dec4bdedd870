package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.reason.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at every line of a relation file for what would hold an invoice, before there is one. */
public final class RelationAudit {
    private final Company company;
    private final RelationSnapshot snapshot;
    private final Map<Relation, List<Relation>> doubles = new HashMap<>();

    /** Of the relations of this company. */
    public RelationAudit(Company company, RelationSnapshot snapshot) {
        this.company = company;
        this.snapshot = snapshot;
        findDoubles(snapshot);
    }

    /** What the line's invoices go by, with the company's default where it says nothing; empty: they are held. */
    public static Optional<SendingMethod> method(Company company, Relation relation) {
        MethodChoice choice = choice(company, relation);
        if (choice instanceof MethodChoice.Auto) {
            return Optional.of(SendingMethod.PEPPOL);
        }
        return choice instanceof MethodChoice.Chosen chosen ? Optional.of(chosen.method()) : Optional.empty();
    }

    /** Whether the line's invoices go over Peppol when that is possible, and else by the fallback. */
    public static boolean isAuto(Company company, Relation relation) {
        return choice(company, relation) instanceof MethodChoice.Auto;
    }

    /**
     * Whether the line is {@code auto} and names no identifier at all: unless the invoice does, nobody can be asked for, and
     * it goes by the fallback at once.
     */
    public static boolean hasNobodyToAsk(Company company, Relation relation) {
        return isAuto(company, relation)
                && hasNoIdentifier(relation)
                && !VatNumbers.isTypedOfNoScheme(relation.vatNumber());
    }

    private static boolean hasNoIdentifier(Relation relation) {
        return relation.identifier().isEmpty() && relation.addresses().isEmpty();
    }

    private static Reason nobodyToAsk() {
        return new Reason(
                "check.relation-address",
                "verzendmethode auto, maar geen KvK-nummer, OIN of btw-nummer, en geen uitwijk die kan.",
                "sending method auto, but no CoC number, OIN or VAT number, and no fallback that is possible.",
                "Vul een nummer of een uitwijk in. Tot dan wordt een factuur zonder eigen adres vastgehouden.",
                "Enter a number or a fallback. Until then an invoice without an address of its own is held.");
    }

    /** What the line falls back to, by itself or by the company. */
    public static Fallback fallback(Company company, Relation relation) {
        return relation.fallback() instanceof FallbackChoice.Chosen chosen
                ? chosen.fallback()
                : company.fallback().fallback();
    }

    private static MethodChoice choice(Company company, Relation relation) {
        return relation.method() instanceof MethodChoice.NotChosen
                ? DefaultMethods.choice(company.defaultMethod(), "default-method")
                : relation.method();
    }

    /** Everything wrong with this line: what stands in it, what it lacks, and what is twice; each says what to do. */
    public List<Reason> troubles(Relation relation) {
        List<Reason> troubles = new ArrayList<>();
        relation.unusable().ifPresent(troubles::add);
        troubles.addAll(relation.troubles());
        if (relation.unusable().isPresent()) {
            return troubles;
        }
        noMethod(relation).ifPresent(troubles::add);
        lacking(relation).ifPresent(troubles::add);
        fallbackThatCannotBe(relation).ifPresent(troubles::add);
        doubled(relation).ifPresent(troubles::add);
        return troubles;
    }

    private Optional<Reason> noMethod(Relation relation) {
        boolean none =
                relation.method() instanceof MethodChoice.NotChosen && company.defaultMethod() == DefaultMethod.HOLD;
        return none
                ? Optional.of(new Reason(
                        "check.relation-method",
                        "geen verzendmethode.",
                        "no sending method.",
                        "Vul peppol, e-mail, post of auto in; tot dan worden facturen voor deze relatie vastgehouden.",
                        "Enter peppol, e-mail, print or auto; until then invoices for this relation are held."))
                : Optional.empty();
    }

    /** What lacks for the method; what is there but wrong is told by itself already. */
    public Optional<Reason> lacking(Relation relation) {
        Optional<SendingMethod> method = method(company, relation);
        boolean withoutEmail = relation.email() instanceof EmailReading.Addresses addresses
                && addresses.addresses().isEmpty();
        if (method.filter(SendingMethod.EMAIL::equals).isPresent() && withoutEmail) {
            return Optional.of(new Reason(
                    "check.relation-email",
                    "verzendmethode e-mail, maar geen e-mailadres.",
                    "sending method e-mail, but no e-mail address.",
                    "Vul het e-mailadres in; tot dan worden facturen voor deze relatie vastgehouden.",
                    "Enter the e-mail address; until then invoices for this relation are held."));
        }
        if (method.filter(SendingMethod.PEPPOL::equals).isEmpty()) {
            return Optional.empty();
        }
        if (hasNoIdentifier(relation)
                && isAuto(company, relation)
                && VatNumbers.isTypedOfNoScheme(relation.vatNumber())) {
            return Optional.of(vatNumberOfNoScheme(relation));
        }
        if (hasNoIdentifier(relation) && isAuto(company, relation)) {
            return FallbackAudit.goesBy(company, relation).isPresent() ? Optional.empty() : Optional.of(nobodyToAsk());
        }
        if (relation.identifier().isEmpty()
                && !relation.addresses().isEmpty()
                && snapshot.addressesOf(relation).isEmpty()) {
            return Optional.of(vatNumberOfAnother(relation));
        }
        if (hasNoIdentifier(relation)) {
            return Optional.of(new Reason(
                    "check.relation-address",
                    "verzendmethode Peppol, maar geen KvK-nummer of OIN.",
                    "sending method Peppol, but no CoC number or OIN.",
                    "Vul het in. Tot dan geldt het adres op de factuur zelf; heeft die er geen, dan wordt zij"
                            + " vastgehouden.",
                    "Enter it. Until then the invoice's own address counts; an invoice without one is held."));
        }
        return relation.kind() == Relation.Kind.GOVERNMENT
                        && relation.address()
                                .filter(address -> !address.isOin())
                                .isPresent()
                ? Optional.of(new Reason(
                        "check.relation-oin",
                        "een overheid, maar in het KvK-veld staat geen OIN.",
                        "a government, but there is no OIN in the CoC field.",
                        "Vul NL:OIN: met het OIN van 20 cijfers in; tot dan worden facturen voor deze relatie"
                                + " vastgehouden.",
                        "Enter NL:OIN: and the OIN of 20 digits; until then invoices for this relation are held."))
                : Optional.empty();
    }

    private static Reason vatNumberOfNoScheme(Relation relation) {
        return new Reason(
                "check.relation-address",
                "verzendmethode auto, maar met btw-nummer " + Typed.quoted(relation.vatNumber())
                        + " is niet na te vragen of de klant in Peppol staat.",
                "sending method auto, but by VAT number " + Typed.quoted(relation.vatNumber())
                        + " it cannot be asked whether the customer is on Peppol.",
                "Vul in het KvK-veld zijn Peppol-adres in, of kies e-mail of post; tot dan worden facturen zonder eigen"
                        + " adres voor deze relatie vastgehouden.",
                "Enter its Peppol address in the CoC field, or choose e-mail or print; until then invoices without an"
                        + " address of their own are held for this relation.");
    }

    private static Reason vatNumberOfAnother(Relation relation) {
        return new Reason(
                "check.relation-address",
                "geen KvK-nummer, en btw-nummer " + relation.vatNumber() + " is ook van een andere relatie.",
                "no CoC number, and VAT number " + relation.vatNumber() + " is another relation's, too.",
                "Vul het KvK-nummer in; tot dan worden facturen zonder eigen adres voor deze relatie vastgehouden.",
                "Enter the CoC number; until then invoices without an address of their own are held for this relation.");
    }

    private Optional<Reason> fallbackThatCannotBe(Relation relation) {
        return method(company, relation).filter(SendingMethod.PEPPOL::equals).isPresent()
                ? FallbackAudit.trouble(company, relation)
                : Optional.empty();
    }

    private Optional<Reason> doubled(Relation relation) {
        List<Relation> others = doubles.getOrDefault(relation, List.of());
        if (others.isEmpty()) {
            return Optional.empty();
        }
        String lines = others.stream().map(other -> Long.toString(other.line())).collect(Collectors.joining(", "));
        return Optional.of(new Reason(
                "check.relation-double",
                "staat er vaker in, met hetzelfde relatienummer of adres: ook op regel " + lines + ".",
                "is there more than once, with the same relation number or address: also on line " + lines + ".",
                "Laat één regel over; zijn ze niet gelijk, dan worden facturen vastgehouden.",
                "Leave one line; as long as they differ, invoices are held."));
    }

    private void findDoubles(RelationSnapshot all) {
        Map<String, List<Relation>> byKey = new HashMap<>();
        for (Relation relation : all.relations()) {
            if (!relation.number().isEmpty()) {
                byKey.computeIfAbsent("n" + relation.number().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                        .add(relation);
            }
            relation.addresses().forEach(address -> byKey.computeIfAbsent("a" + address.key(), key -> new ArrayList<>())
                    .add(relation));
        }
        byKey.values().stream()
                .filter(RelationAudit::areOneCustomer)
                .filter(same -> same.size() > 1)
                .forEach(same -> same.forEach(relation -> {
                    List<Relation> others = doubles.computeIfAbsent(relation, key -> new ArrayList<>());
                    same.stream()
                            .filter(other -> other != relation && !others.contains(other))
                            .forEach(others::add);
                }));
    }

    /** Lines with one address and numbers of their own are several customers of one organisation, as they should be. */
    private static boolean areOneCustomer(List<Relation> same) {
        long numbers = same.stream()
                .map(relation -> relation.number().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        boolean unnumbered =
                same.stream().anyMatch(relation -> relation.number().isEmpty());
        return numbers < same.size() || unnumbered;
    }

    /** Name of the relation file, for texts. */
    public String fileName() {
        return snapshot.fileName();
    }
}
