package io.github.komaseconnect.delivery;

/** An attempt with its outcome, to be recorded. */
public record EndedAttempt(OpenAttempt open, AttemptOutcome outcome) {}
