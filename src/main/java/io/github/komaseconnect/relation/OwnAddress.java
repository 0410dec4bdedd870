package io.github.komaseconnect.relation;

/** What the address in the document is called that {@link CustomerIdentity#own()} gives. */
final class OwnAddress {
    private OwnAddress() {}

    static String dutch(CustomerIdentity customer) {
        return customer.endpoint().isPresent() ? "endpoint-id" : "registratienummer";
    }

    static String english(CustomerIdentity customer) {
        return customer.endpoint().isPresent() ? "endpoint id" : "legal registration";
    }
}
