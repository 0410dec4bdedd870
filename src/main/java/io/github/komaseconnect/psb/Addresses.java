package io.github.komaseconnect.psb;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the PSB's calls are. */
record Addresses(URI base, String partyId) {
    /** A path below an address of the settings, which may end in a slash. */
    static URI below(URI base, String path) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }

    /** A part of a path or of a query, which may hold anything. */
    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A call of the account. */
    URI ofAccount(String path) {
        return below(base, "/api/v1" + path);
    }

    /** A call of the company. */
    URI ofParty(String path) {
        return ofAccount("/" + encoded(partyId) + path);
    }
}
