package io.github.komaseconnect.response;

import io.github.komaseconnect.econnect.Reply;

/** An attempt, and what eConnect said to it. */
public record EndedResponse(OpenResponse open, Reply<String> reply) {}
