package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;

/**
 * Something is wrong with the relation file as a whole; what was in force before still is.
 *
 * @param reason which file, what is wrong and what to do
 */
public record RelationFileTrouble(Reason reason) {}
