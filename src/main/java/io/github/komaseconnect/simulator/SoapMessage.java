package io.github.komaseconnect.simulator;

import java.util.Optional;

/**
 * A request as it was read.
 *
 * @param token the SecurityToken of the header
 * @param body the one element of the SOAP body; below Payload it has no children
 * @param payload what stands between the tags of SendDocument's Payload, byte for byte
 */
record SoapMessage(Optional<String> token, Node body, Optional<Content> payload) {}
