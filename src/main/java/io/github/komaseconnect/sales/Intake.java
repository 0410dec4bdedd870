package io.github.komaseconnect.sales;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes sales invoices in: reads what was claimed and has it registered, several together, in their order. When a file or
 * folder fails, each is tried for itself, so that only those concerned wait.
 */
public final class Intake {
    private final Claims claims;
    private final SalesReader reader;
    private final SalesRegister register;
    private final ClaimTrouble trouble;
    private final Hands hands;
    private final Consumer<Exception> unexpected;

    /** {@code unexpected} is told of what nobody expects; the claim stays and is tried again later. */
    public Intake(
            Claims claims,
            SalesReader reader,
            SalesRegister register,
            ClaimTrouble trouble,
            Hands hands,
            Consumer<Exception> unexpected) {
        this.claims = claims;
        this.reader = reader;
        this.register = register;
        this.trouble = trouble;
        this.hands = hands;
        this.unexpected = unexpected;
    }

    /** Takes complete files from an export folder; those that cannot be taken now are left there. */
    public List<Claim> take(ReadyFiles ready) {
        List<Claim> taken = new ArrayList<>();
        ready.files().forEach(file -> taken.addAll(claims.take(ready.company(), file)));
        return taken;
    }

    /** Reads and registers claims; gives those whose relation is to be looked up now. */
    public List<Registration> accept(List<Claim> taken) {
        Map<String, List<Claim>> byCompany = new LinkedHashMap<>();
        taken.forEach(claim -> byCompany
                .computeIfAbsent(claim.company(), key -> new ArrayList<>())
                .add(claim));
        List<Registration> registered = new ArrayList<>();
        byCompany.values().forEach(ofOne -> registered.addAll(acceptOfOne(ofOne)));
        return registered.stream().filter(Registration::isToLookUp).toList();
    }

    private List<Registration> acceptOfOne(List<Claim> taken) {
        if (taken.size() == 1) {
            return List.of(acceptAlone(taken.get(0)));
        }
        try {
            List<Registration> registered = register.registerAll(hands.each(taken, reader::read));
            taken.forEach(trouble::over);
            return registered;
        } catch (IOException | RuntimeException e) {
            return taken.stream().map(this::acceptAlone).toList();
        }
    }

    private Registration acceptAlone(Claim claim) {
        try {
            if (claim.isGone()) {
                return new Registration(0, Registration.Next.NOTHING);
            }
            Registration registration = register.register(reader.read(claim));
            trouble.over(claim);
            return registration;
        } catch (IOException | UncheckedIOException e) {
            return trouble.postponed(claim, e);
        } catch (RuntimeException e) {
            unexpected.accept(e);
            return new Registration(0, Registration.Next.NOTHING);
        }
    }
}
