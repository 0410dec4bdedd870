package io.github.komaseconnect.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A running eConnect simulator: the platform API v3.1 and the PSB REST API v1 on a loopback port. Everything it holds is gone when it is closed.
 * Safe for use by several threads.
 */
public final class Simulator implements Closeable {
    private final Spool spool;
    private final Platform platform;
    private final Postman postman;
    private final FaultDesk faults;
    private final SimulatedPsb psb;
    private final HttpListener listener;

    Simulator(SimulatorBuilder settings) throws IOException {
        spool = new Spool();
        try {
            XmlReading xml = new XmlReading();
            PdfWriter pdfs = new PdfWriter(xml, spool);
            platform = new Platform(settings, spool, new UblReader(xml), pdfs);
            postman = new Postman(platform);
            faults = new FaultDesk(platform);
            Operations operations = new Operations(platform, postman, pdfs);
            SoapService service = new SoapService(platform, new SoapReader(xml), operations, faults);
            Optional<ControlPage> controls = Optional.of(new ControlPage(this))
                    .filter(page -> settings.controls() == SimulatorBuilder.Controls.PRESENT);
            psb = new SimulatedPsb(platform);
            listener = new HttpListener(
                    new Endpoint(
                            service,
                            new PsbService(platform, postman, faults),
                            controls,
                            new SubscriptionKeys(settings.accounts()),
                            platform),
                    spool,
                    settings.clock());
            listener.listen(settings.port());
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /** Begins the settings of a simulator. */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    /** Where the platform API is, e.g. {@code http://127.0.0.1:4711/soap/v3.1}; a subscription key is to be added. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port() + Endpoint.PATH);
    }

    /** Where the PSB is, e.g. {@code http://127.0.0.1:4711}; {@code /api/v1} is to be added. */
    public URI psbUrl() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Where the identity server of the PSB is; {@code /connect/token} is to be added. */
    public URI identityUrl() {
        return psbUrl();
    }

    /** The PSB side: hooks, permissions, answers of buyers. */
    public SimulatedPsb psb() {
        return psb;
    }

    /** The port it listens on, or did before {@link #refuseConnections()}. */
    public int port() {
        return listener.port();
    }

    /** The faults to come. */
    public Faults faults() {
        return faults.faults();
    }

    /** What happened so far. */
    public Journal journal() {
        return platform.journal();
    }

    /**
     * Puts a document into a company's inbox.
     *
     * @return its ExternalId
     * @throws IllegalArgumentException when no company has this Company ID, or the document is not well-formed
     */
    public String deliver(String companyId, InboxDocument document) {
        return postman.deliver(companyId, document);
    }

    /** Makes a document visible that was delivered {@link InboxDocument#hidden() hidden}; its CreatedOn stays. */
    public void reveal(String externalId) {
        StoredDocument document = document(externalId);
        document.visibility().reveal();
        platform.psb().received(document, Instant.MIN);
    }

    /** How documents with this number, sent through the platform, are to go on; without, as receiver and reach tell. */
    public void deliverBy(String invoiceNumber, DeliveryMethod method) {
        platform.planMethod(invoiceNumber, method);
    }

    /** The status of a received or sent document. */
    public InvoiceStatus status(String externalId) {
        return document(externalId).standing().now().status();
    }

    /** Has the receiver of a sent document, or its platform, set a status, which the sender's outbox then shows. */
    public void receiverSets(String externalId, InvoiceStatus status) {
        StoredDocument document = document(externalId);
        document.standing().set(status, platform.now(), document.receiver().name());
        InvoiceResponse.of(status).ifPresent(response -> platform.psb().respond(document, response));
    }

    /** A sent document goes on by another way than it seemed when it was sent, which the sender's outbox then shows. */
    public void goesBy(String externalId, DeliveryMethod way) {
        document(externalId).standing().goesBy(way, platform.now());
    }

    /**
     * A person sends an invoice with another program, such as the button "Mailen" of Komas: it is in the company's outbox,
     * and the {@link #journal} knows nothing of it.
     *
     * @param to the receiver, e.g. {@code 0106:12345678}
     * @return its ExternalId
     */
    public String mailed(String companyId, String to, String ubl) {
        return postman.mailed(companyId, to, InboxDocument.of(ubl));
    }

    /** Makes every token worthless: the next call with one is answered with DEFAULT_ERROR_CODE999. */
    public void expireTokens() {
        platform.accounts().expireTokens();
    }

    /** New keys for an account, as its user can make them; the old ones stop working at once. */
    public void changeKeys(String oldConnectionKey, String newConnectionKey, String newSecret) {
        platform.accounts().changeKeys(oldConnectionKey, newConnectionKey, newSecret);
    }

    /** Refuses every call of an account but Login, until {@link #unblock}. */
    public void block(String connectionKey, BlockedFor reason) {
        platform.accounts().block(connectionKey, Optional.of(reason));
    }

    /** Ends {@link #block}. */
    public void unblock(String connectionKey) {
        platform.accounts().block(connectionKey, Optional.empty());
    }

    /** Changes who is on Peppol. */
    public void reach(PeppolReach reach) {
        platform.reach(reach);
    }

    /** Refuses documents with this invoice number for these fatal rules (ERRXSL4000001); none ends it. */
    public void breakRules(String invoiceNumber, String... rules) {
        platform.brokenRules(invoiceNumber, List.of(rules));
    }

    /** Stops listening and ends every connection; who connects is refused by the operating system. */
    public void refuseConnections() throws IOException {
        listener.deafen();
    }

    /** Listens again, on the same port. */
    public void acceptConnections() throws IOException {
        listener.listen(port());
    }

    @Override
    public void close() throws IOException {
        faults.close();
        platform.hooks().close();
        listener.close();
        spool.close();
    }

    /** The company with this Company ID, which must be one of an account. */
    SimulatedCompany company(String companyId) {
        return platform.directory().company(companyId);
    }

    /** Now, by the simulator's clock. */
    Instant now() {
        return platform.now();
    }

    private StoredDocument document(String externalId) {
        return platform.boxes()
                .findByAnyId(externalId)
                .orElseThrow(() -> new IllegalArgumentException("there is no document " + externalId));
    }
}
