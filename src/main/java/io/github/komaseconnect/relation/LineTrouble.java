package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;

/**
 * What is wrong in one line of the relation file; the other lines are in force all the same.
 *
 * @param line line number in the file, from 1
 * @param reason names the line and the field itself too
 */
public record LineTrouble(long line, Reason reason) {}
