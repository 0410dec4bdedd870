package io.github.komaseconnect.econnect;

import java.util.List;
import java.util.Optional;

/** One page of a list; {@code nextPage} is opaque and asks for the following one. */
public record ListPage(List<InboxEntry> entries, Optional<String> nextPage) {
    public ListPage {
        entries = List.copyOf(entries);
    }
}
