package io.github.komaseconnect.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What the simulator took and how every call ended, in order; safe to read while it runs. */
public final class Journal {
    private static final int MAX_CALLS = 200_000;

    private final List<AcceptedDocument> accepted = new ArrayList<>();
    private final Deque<Call> calls = new ArrayDeque<>();

    Journal() {}

    /** Every document that SendDocument, or the PSB's send, took, oldest first. */
    public List<AcceptedDocument> accepted() {
        synchronized (accepted) {
            return List.copyOf(accepted);
        }
    }

    /** The documents taken with this invoice number; more than one means that it was sent twice. */
    public List<AcceptedDocument> accepted(String invoiceNumber) {
        return accepted().stream()
                .filter(document -> document.invoiceNumber().equals(invoiceNumber))
                .toList();
    }

    /** The last calls (at most 200,000), oldest first. */
    public List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** The last calls of one operation. */
    public List<Call> calls(Operation operation) {
        return calls().stream()
                .filter(call ->
                        call.details().operation().filter(operation::equals).isPresent())
                .toList();
    }

    void add(AcceptedDocument document) {
        synchronized (accepted) {
            accepted.add(document);
        }
    }

    void add(Call call) {
        synchronized (calls) {
            if (calls.size() == MAX_CALLS) {
                calls.removeFirst();
            }
            calls.addLast(call);
        }
    }
}
