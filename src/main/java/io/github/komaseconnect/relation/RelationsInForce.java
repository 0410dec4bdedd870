package io.github.komaseconnect.relation;

import java.util.Optional;

/**
 * What a relation book says at one moment.
 *
 * @param snapshot the relations that count now
 * @param trouble what is wrong with the file as a whole; empty when the file itself is in force
 */
public record RelationsInForce(RelationSnapshot snapshot, Optional<RelationFileTrouble> trouble) {}
