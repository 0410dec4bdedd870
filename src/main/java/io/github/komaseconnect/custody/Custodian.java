package io.github.komaseconnect.custody;

/**
 * The running program that has the folders, and its ledger.
 *
 * @param run a new id for every start of the program
 * @param place what recognises the very database of the ledger; a copy has another, the nodes of a cluster have the same
 * @param where host and home, for people
 */
public record Custodian(String run, String place, String where) {}
