package io.github.komaseconnect.simulator;

import java.util.Optional;

/**
 * A request whose shape is right.
 *
 * @param document the facts of SendDocument's payload; with mistakes when it is no sound UBL
 */
record PlatformRequest(Operation operation, Node body, Optional<Content> payload, Optional<UblFacts> document) {}
