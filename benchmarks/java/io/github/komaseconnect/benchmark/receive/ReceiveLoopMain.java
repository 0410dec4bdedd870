package io.github.komaseconnect.benchmark.receive;

import io.github.komaseconnect.benchmark.Conversation;
import io.github.komaseconnect.benchmark.SoapClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The floor of receiving: the same calls as the program makes, and a rename; no ledger, no archive, no flush. */
public final class ReceiveLoopMain {
    private ReceiveLoopMain() {}

    /** Arguments: URL, Company ID, import folder, connections. Reads the list when it is told to {@code refresh}. */
    public static void main(String[] arguments) throws Exception {
        SoapClient client = new SoapClient(URI.create(arguments[0]));
        ExecutorService fetchers = Executors.newFixedThreadPool(Integer.parseInt(arguments[3]));
        ExecutorService lister = Executors.newSingleThreadExecutor();
        InboxLoop loop = new InboxLoop(client, client.logIn(), arguments[1], Path.of(arguments[2]), fetchers);
        Conversation.hold(Map.of("refresh", none -> {
            lister.execute(loop::refresh);
            return "under way";
        }));
        lister.shutdownNow();
        fetchers.shutdownNow();
    }
}
