package io.github.komaseconnect.econnect;

import io.github.komaseconnect.simulator.Operation;
import io.github.komaseconnect.simulator.SimulatedCompany;
import io.github.komaseconnect.simulator.Simulator;
import io.github.komaseconnect.simulator.SimulatorBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One gateway with all that a contract must know of it; its company is always {@link #ACME}. */
public interface GatewayUnderTest extends AutoCloseable {
    /** The company that sends and receives. */
    SimulatedCompany ACME =
            new SimulatedCompany("XCNL10019", "Acme Installatietechniek B.V.", "12345678", "NL123456789B01");

    /** Lets the company in at a simulator that is about to start. */
    SimulatorBuilder register(SimulatorBuilder builder);

    /**
     * Connects, as the program does.
     *
     * @param tmp a folder for the gateway's own use
     * @param patience how long it waits for an answer
     */
    void open(Addresses addresses, Path tmp, Duration patience) throws Exception;

    /** eConnect as the company sees it. */
    EConnect eConnect();

    /** The call that sends. */
    Operation sending();

    /** The call that fetches a received document. */
    Operation fetching();

    /** The call that answers a supplier. */
    Operation answering();

    /** How far it carries an answer. */
    ResponseForm form();

    /** The status of the last answer to a received document, by its code; empty when there was none. */
    String told(Simulator simulator, String id);

    /** The call that gives a token. */
    Operation loggingIn();

    /** Makes every token worthless. */
    void expireTokens(Simulator simulator);

    /** Makes the keys that the company has worthless, and every token. */
    void refuseKeys(Simulator simulator);

    /** Keeps the company from sending. */
    void block(Simulator simulator);

    /** Ends {@link #block}. */
    void unblock(Simulator simulator);

    /** The id by which this gateway knows a received document. */
    String received(Simulator simulator, String externalId);

    /** Does what the program does with a document in doubt: finds out, and sends it again when that is right. */
    void settle(OutgoingDocument document);

    /** Texts that may stand in no outcome and no file. */
    List<String> secrets();

    @Override
    void close();

    /** Where everything is. */
    record Addresses(URI platform, URI psb, URI identity) {
        /** Those of a simulator. */
        public static Addresses of(Simulator simulator) {
            return new Addresses(simulator.url(), simulator.psbUrl(), simulator.identityUrl());
        }
    }
}
