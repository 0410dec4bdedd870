package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.Attachments;
import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.PrintWishes;
import io.github.komaseconnect.reason.Reason;
import io.github.komaseconnect.relation.LookUp.Decided;
import io.github.komaseconnect.relation.LookUp.Undecided;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides where one invoice goes by one line of the relation file. */
final class RowDestination {
    private final CustomerIdentity customer;
    private final Company company;
    private final RelationMatch match;
    private final RelationSnapshot book;
    private final String fileName;

    RowDestination(CustomerIdentity customer, Company company, RelationMatch match, RelationSnapshot book) {
        this.customer = customer;
        this.company = company;
        this.match = match;
        this.book = book;
        this.fileName = book.fileName();
    }

    /** Why this line says nothing that can be trusted of this invoice. */
    Optional<Reason> obstacle(Relation relation) {
        return relation.unusable()
                .map(reason -> RowTexts.inLine(relation, fileName, reason))
                .or(() -> Contradiction.between(relation, customer, fileName));
    }

    LookUp of(Relation relation) {
        Optional<Reason> obstacle = obstacle(relation);
        if (obstacle.isPresent()) {
            return new Undecided(obstacle.get());
        }
        MethodChoice choice = relation.method();
        if (choice instanceof MethodChoice.NotUnderstood unknown) {
            return new Undecided(RowTexts.inLine(relation, fileName, RowTexts.unknownMethod(unknown.word())));
        }
        if (choice instanceof MethodChoice.NotChosen) {
            String key = "company." + company.key() + ".default-method";
            Why why = new Why("geen verzendmethode ingevuld, dus " + key, "no sending method filled in, so " + key);
            return by(DefaultMethods.choice(company.defaultMethod(), key), relation, why);
        }
        String word = Typed.quoted(
                choice instanceof MethodChoice.Chosen chosen ? chosen.word() : ((MethodChoice.Auto) choice).word());
        return by(choice, relation, new Why("verzendmethode " + word, "sending method " + word));
    }

    private LookUp by(MethodChoice choice, Relation relation, Why why) {
        if (choice instanceof MethodChoice.Chosen chosen) {
            return by(chosen.method(), relation, why);
        }
        return choice instanceof MethodChoice.Auto
                ? auto(relation, why)
                : new Undecided(LookUpReasons.noMethod(relation, company, fileName));
    }

    /** Peppol as long as nothing speaks against it; without any identifier there is nobody to ask for. */
    private LookUp auto(Relation relation, Why why) {
        boolean canBeAsked = relation.identifier().isPresent()
                || customer.own().isPresent()
                || customer.endpointRefusal().isPresent()
                || !relation.addresses().isEmpty();
        if (canBeAsked) {
            return peppol(relation, why);
        }
        boolean ofLine = VatNumbers.isTypedOfNoScheme(relation.vatNumber());
        if (ofLine || VatNumbers.isOfNoScheme(customer.vatNumber())) {
            String number = ofLine ? relation.vatNumber() : customer.vatNumber();
            return new Undecided(LookUpReasons.vatNumberOfNoScheme(
                    RowTexts.dutch(relation, fileName), RowTexts.english(relation, fileName), number));
        }
        Why cause = FallbackReasons.nobodyToAsk(why);
        return FallbackReasons.decided(
                new FallbackDestination(customer, company, fileName, cause).of(relation, this, List.of()));
    }

    /** By this method, as this line has it. */
    LookUp by(SendingMethod method, Relation relation, Why why) {
        return switch (method) {
            case PEPPOL -> peppol(relation, why);
            case EMAIL -> email(relation, why);
            case PRINT -> decided(method, List.of(), relation, why);
        };
    }

    private LookUp peppol(Relation relation, Why why) {
        if (match.key() == RelationMatch.Key.EMAIL) {
            return new Undecided(LookUpReasons.byEmailOnly(relation, match, fileName));
        }
        if (relation.identifier().isEmpty() && customer.endpointRefusal().isPresent()) {
            return new Undecided(
                    LookUpReasons.endpointRefused(customer.endpointRefusal().get(), fileName));
        }
        if (relation.identifier().isEmpty()) {
            return customer.own()
                    .map(own -> peppolToOwn(own, relation, why))
                    .or(() -> VatNumbers.addressOf(relation.vatNumber())
                            .map(address -> peppolToVatNumber(address, relation, why)))
                    .orElseGet(() -> new Undecided(LookUpReasons.addressMissing(relation, fileName)));
        }
        IdentifierReading reading = relation.identifier().get();
        if (reading instanceof IdentifierReading.Valid valid) {
            Set<Repair> repairs = valid.repairs();
            String dutch = repairs.isEmpty() ? "" : " (" + Repair.dutch(repairs) + ")";
            String english = repairs.isEmpty() ? "" : " (" + Repair.english(repairs) + ")";
            return peppol(
                    relation,
                    valid.address(),
                    AddressWarnings.ofRelation(relation, valid.address(), repairs, customer, fileName),
                    why.and(
                            "adres " + valid.address() + " uit het KvK-veld" + dutch
                                    + otherEndpoint(valid.address(), "; op de factuur staat "),
                            "address " + valid.address() + " of the CoC field" + english
                                    + otherEndpoint(valid.address(), "; the invoice says ")));
        }
        Reason refusal = reading.refusal().orElseThrow();
        return new Undecided(RowTexts.inLine(relation, fileName, RowTexts.inField(Column.COC, refusal)));
    }

    /** The line names no address; the document's own will do unless it belongs to another line. */
    private LookUp peppolToOwn(OwnAddress found, Relation relation, Why why) {
        ElectronicAddress own = found.address();
        List<Relation> owners = book.byAddress(own);
        boolean mine = owners.isEmpty() || owners.contains(relation);
        if (!mine || book.isOfAnother(own, List.of(relation))) {
            return new Undecided(LookUpReasons.addressOfAnother(relation, own, owners, fileName));
        }
        return peppol(
                relation,
                own,
                AddressWarnings.ofInvoice(found),
                why.and(
                        "het KvK-veld is leeg, dus het adres " + own + " van de factuur zelf (" + found.dutch() + ")",
                        "the CoC field is empty, so the invoice's own address " + own + " (" + found.english() + ")"));
    }

    /** Nothing else is known: a VAT number is an identifier on Peppol, too. */
    private LookUp peppolToVatNumber(ElectronicAddress address, Relation relation, Why why) {
        if (book.isOfAnother(address, List.of(relation))) {
            return new Undecided(LookUpReasons.vatNumberOfAnother(relation, book.byAddress(address), fileName));
        }
        return peppol(
                relation,
                address,
                AddressWarnings.ofRelation(relation, address, Set.of(), customer, fileName),
                why.and(
                        "het KvK-veld is leeg en de factuur noemt geen adres, dus " + address
                                + " van het btw-nummer van de relatie",
                        "the CoC field is empty and the invoice names no address, so " + address
                                + " of the relation's VAT number"));
    }

    /** The receiver reads what is in the document, so a difference is worth a word. */
    private String otherEndpoint(ElectronicAddress address, String words) {
        return customer.endpoint()
                .filter(endpoint -> !endpoint.sameReceiver(address))
                .map(endpoint -> words + "endpoint " + endpoint)
                .orElse("");
    }

    private LookUp peppol(Relation relation, ElectronicAddress address, List<Reason> warnings, Why why) {
        boolean government = relation.kind() == Relation.Kind.GOVERNMENT || customer.isGovernment();
        if (government && !address.isOin()) {
            return new Undecided(LookUpReasons.governmentWithoutOin(
                    RowTexts.dutch(relation, fileName), RowTexts.english(relation, fileName), address, customer));
        }
        Decided decided = decided(SendingMethod.PEPPOL, List.of(address.receiver()), relation, why);
        return new Decided(decided.destination(), warnings);
    }

    private LookUp email(Relation relation, Why why) {
        if (relation.email() instanceof EmailReading.Refused refused) {
            return new Undecided(RowTexts.inLine(relation, fileName, RowTexts.inField(Column.EMAIL, refused.reason())));
        }
        List<String> addresses = relation.email().addresses();
        if (addresses.isEmpty()) {
            return new Undecided(LookUpReasons.emailMissing(relation, fileName));
        }
        if (relation.attachments() instanceof AttachmentsChoice.NotUnderstood unknown) {
            return new Undecided(RowTexts.inLine(relation, fileName, RowTexts.unknownAttachments(unknown.word())));
        }
        Attachments attachments = relation.attachments() instanceof AttachmentsChoice.Chosen chosen
                ? chosen.attachments()
                : company.mailing().attachments();
        String list = String.join(", ", addresses);
        Decided decided = decided(SendingMethod.EMAIL, addresses, relation, why.and("aan " + list, "to " + list));
        return new Decided(decided.destination().with(attachments));
    }

    private Decided decided(SendingMethod method, List<String> addresses, Relation relation, Why why) {
        String country = relation.country().isEmpty() ? customer.country() : relation.country();
        Why whole = new Why(
                        "gevonden op " + match.dutch() + ", regel " + relation.line() + " van " + fileName,
                        "found by " + match.english() + ", line " + relation.line() + " of " + fileName)
                .and(why.dutch(), why.english());
        return new Decided(new Destination(
                method,
                addresses,
                relation.language().orElseGet(() -> DefaultMethods.language(country)),
                relation.number(),
                relation.name().isEmpty() ? customer.name() : relation.name(),
                relation.row(),
                whole.dutch(),
                whole.english(),
                method == SendingMethod.PRINT ? relation.print() : PrintWishes.none(),
                company.mailing().attachments()));
    }
}
