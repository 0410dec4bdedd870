package io.github.komaseconnect.relation;

import io.github.komaseconnect.company.Attachments;

/** What the attachments field of a relation says. */
public sealed interface AttachmentsChoice {
    /** Attachments of its own. */
    record Chosen(Attachments attachments) implements AttachmentsChoice {}

    /** Nothing: the company's setting applies. */
    record NotChosen() implements AttachmentsChoice {}

    /** Words that we do not know: nothing is guessed, an invoice that is to be mailed is held. */
    record NotUnderstood(String word) implements AttachmentsChoice {}
}
