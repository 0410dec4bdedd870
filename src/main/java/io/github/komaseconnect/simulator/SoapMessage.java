package io.github.komaseconnect.simulator;

import java.util.Optional;

/**
 * A request as it was read.
 *
 * @param authentication the element of that name in the SOAP header, unchecked
 * @param body the one element of the SOAP body; below Payload it has no children
 * @param payload what stands between the tags of SendDocument's Payload, byte for byte
 */
record SoapMessage(Optional<Node> authentication, Node body, Optional<Content> payload) {}
