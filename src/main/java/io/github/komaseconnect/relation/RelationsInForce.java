package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;
import java.util.Optional;

/**
 * What a relation book says at one moment.
 *
 * @param snapshot the relations that count now
 * @param trouble what is wrong with the file as a whole; empty when the file itself is in force
 */
public record RelationsInForce(RelationSnapshot snapshot, Optional<RelationFileTrouble> trouble) {
    /**
     * Why no relation can be looked up at all: the file is in trouble and no good one was ever read. Every invoice is held
     * then; the default method is for a customer who is not in the file, not for everybody.
     */
    public Optional<Reason> unusable() {
        return snapshot.relations().isEmpty() ? trouble.map(RelationFileTrouble::reason) : Optional.empty();
    }
}
