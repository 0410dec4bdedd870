package io.github.komaseconnect.relation;

import io.github.komaseconnect.reason.Reason;

/** What came of reading a relation file. */
public sealed interface RelationFileReading {
    /** The file as a whole can be used; single lines may have troubles of their own. */
    record Readable(RelationSnapshot snapshot) implements RelationFileReading {}

    /** The file as a whole cannot be used. */
    record Broken(Reason reason) implements RelationFileReading {}
}
