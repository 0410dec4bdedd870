package io.github.komaseconnect.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The relations of one company as they were read at one moment; never changes. */
public final class RelationSnapshot {
    private final String fileName;
    private final List<Relation> relations;
    private final List<LineTrouble> lineTroubles;
    private final Map<String, List<Relation>> byNumber = new HashMap<>();
    private final Map<String, List<Relation>> byNumberWithoutZeros = new HashMap<>();
    private final Map<String, List<Relation>> byAddress = new HashMap<>();
    private final Map<String, List<Relation>> byVatNumber = new HashMap<>();
    private final Map<String, List<Relation>> byEmail = new HashMap<>();

    RelationSnapshot(String fileName, List<Relation> relations, List<LineTrouble> lineTroubles) {
        this.fileName = fileName;
        this.relations = List.copyOf(relations);
        this.lineTroubles = List.copyOf(lineTroubles);
        this.relations.forEach(this::index);
    }

    /** A book without relations, for a file that is not there. */
    public static RelationSnapshot empty(String fileName) {
        return new RelationSnapshot(fileName, List.of(), List.of());
    }

    /** Name of the relation file without its folder, for texts. */
    public String fileName() {
        return fileName;
    }

    /** The same relations as if each had this sending method: for a person who chose another one for an invoice. */
    public RelationSnapshot withMethod(SendingMethod method) {
        MethodChoice chosen = new MethodChoice.Chosen(method, method.key());
        List<Relation> changed =
                relations.stream().map(relation -> relation.withMethod(chosen)).toList();
        return new RelationSnapshot(fileName, changed, lineTroubles);
    }

    /** Every line with a relation, in the order of the file, those with mistakes among them. */
    public List<Relation> relations() {
        return relations;
    }

    /** What is wrong, line by line. */
    public List<LineTrouble> lineTroubles() {
        return lineTroubles;
    }

    List<Relation> byNumber(String number) {
        return byNumber.getOrDefault(numberKey(number), List.of());
    }

    List<Relation> byNumberWithoutZeros(String number) {
        return byNumberWithoutZeros.getOrDefault(withoutZeros(number), List.of());
    }

    List<Relation> byAddress(ElectronicAddress address) {
        return byAddress.getOrDefault(address.key(), List.of());
    }

    List<Relation> byVatNumber(String normalised) {
        return byVatNumber.getOrDefault(normalised, List.of());
    }

    List<Relation> byEmail(String address) {
        return byEmail.getOrDefault(address.toLowerCase(Locale.ROOT), List.of());
    }

    /**
     * Every address under which this relation may be registered: that of its CoC field, and its VAT number as one. Not a
     * VAT number that a line with another number in the CoC field has, too: the companies of a fiscal unity share one, and
     * whoever is registered under it is one of them, which need not be this one.
     */
    public List<ElectronicAddress> addressesOf(Relation relation) {
        return relation.addresses().stream()
                .filter(address -> relation.address().filter(address::equals).isPresent()
                        || !isOfAnother(address, List.of(relation)))
                .toList();
    }

    /** Whether a line has this address that is about somebody else than these lines are: its CoC field differs from theirs. */
    boolean isOfAnother(ElectronicAddress address, List<Relation> these) {
        return byAddress(address).stream()
                .anyMatch(owner -> these.stream().noneMatch(one -> one == owner || sameNumber(one, owner)));
    }

    /** Of lines without a usable number in the CoC field only the relation number tells that they are one customer. */
    private static boolean sameNumber(Relation one, Relation other) {
        Optional<String> mine = one.address().map(ElectronicAddress::key);
        Optional<String> theirs = other.address().map(ElectronicAddress::key);
        return mine.isPresent() || theirs.isPresent()
                ? mine.equals(theirs)
                : !one.number().isEmpty() && numberKey(one.number()).equals(numberKey(other.number()));
    }

    private void index(Relation relation) {
        if (!relation.number().isEmpty()) {
            add(byNumber, numberKey(relation.number()), relation);
            add(byNumberWithoutZeros, withoutZeros(relation.number()), relation);
        }
        relation.address().ifPresent(address -> add(byAddress, address.key(), relation));
        VatNumbers.addressOf(relation.vatNumber()).ifPresent(address -> add(byAddress, address.key(), relation));
        if (!relation.vatNumber().isEmpty()) {
            add(byVatNumber, relation.vatNumber(), relation);
        }
        Optional<String> vatOfAddress = relation.address().flatMap(VatNumbers::ofAddress);
        vatOfAddress.ifPresent(vat -> add(byVatNumber, vat, relation));
        relation.email().addresses().forEach(email -> add(byEmail, email.toLowerCase(Locale.ROOT), relation));
    }

    private static void add(Map<String, List<Relation>> index, String key, Relation relation) {
        List<Relation> found = index.computeIfAbsent(key, any -> new ArrayList<>());
        if (found.isEmpty() || found.get(found.size() - 1) != relation) {
            found.add(relation);
        }
    }

    private static String numberKey(String number) {
        return Typed.cell(number).toLowerCase(Locale.ROOT);
    }

    private static String withoutZeros(String number) {
        return numberKey(number).replaceFirst("^0+(?=.)", "");
    }
}
