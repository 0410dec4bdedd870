package io.github.komaseconnect.ledger;

import java.time.Instant;

/**
 * What the ledger knows of the mark in a company's folders.
 *
 * @param number the highest number that the mark can have; raised here first, in the folder after that
 * @param run the running program that raised it last
 */
public record FolderMark(String company, long number, String run, Instant raisedAt) {}
