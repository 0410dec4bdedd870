package io.github.komaseconnect.simulator;

import java.util.List;
import java.util.Optional;

/**
 * An element of a request message.
 *
 * @param namespace its namespace, or empty
 * @param name its local name
 * @param nil whether it carries {@code xsi:nil="true"}
 * @param text its text, trimmed
 * @param children its elements, in order
 */
record Node(String namespace, String name, boolean nil, String text, List<Node> children) {
    /** The first child with this name. */
    Optional<Node> child(String childName) {
        return children.stream().filter(node -> node.name.equals(childName)).findFirst();
    }

    /** The text at the end of this path; empty when any step or the text is missing. */
    Optional<String> textAt(String... path) {
        Optional<Node> node = Optional.of(this);
        for (String step : path) {
            node = node.flatMap(parent -> parent.child(step));
        }
        return node.map(Node::text).filter(found -> !found.isEmpty());
    }

    /** The text at the end of this path, which the message must have. */
    String required(String... path) throws SoapFault {
        return textAt(path)
                .orElseThrow(() -> SoapFault.invalidXml(String.join("/", path) + " is missing or empty in " + name));
    }
}
