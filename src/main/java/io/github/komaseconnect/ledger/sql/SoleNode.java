package io.github.komaseconnect.ledger.sql;

import io.github.komaseconnect.ledger.Lease;
import io.github.komaseconnect.ledger.Leases;
import io.github.komaseconnect.ledger.Membership;
import io.github.komaseconnect.ledger.Node;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@link Leases} of a ledger that one runtime has for itself, which the lock of its home sees to. */
final class SoleNode implements Leases {
    @Override
    public Optional<Membership> membership() {
        return Optional.empty();
    }

    @Override
    public void seen() {
        // nobody looks
    }

    @Override
    public void goes() {
        // nobody looks
    }

    @Override
    public List<Node> nodes() {
        return List.of();
    }

    @Override
    public List<Lease> inForce() {
        return List.of();
    }

    @Override
    public Optional<Lease> take(String company) {
        return Optional.empty();
    }

    @Override
    public void inherit(String deadNode) {
        // there is no other
    }

    @Override
    public List<String> renew(Collection<String> companies) {
        return List.of();
    }

    @Override
    public void giveBack(Collection<String> companies) {
        // nothing was taken
    }

    @Override
    public void require(String company) {
        // everything is always its own
    }
}
