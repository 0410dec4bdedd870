package io.github.komaseconnect.simulator;

import java.util.Optional;

/**
 * A call of the PSB by somebody who may make it.
 *
 * @param party the company in the path; empty for calls that have none
 * @param upload of a send
 */
record PsbRequest(
        PsbRoutes.Match match,
        HttpRequest http,
        PsbClients.Caller caller,
        Optional<SimulatedCompany> party,
        Optional<Upload> upload) {
    /** @param facts with mistakes when it is no sound UBL */
    record Upload(Content file, Content content, UblFacts facts) {}

    /** The company in the path, of a call that has one. */
    SimulatedCompany company() {
        return party.orElseThrow();
    }

    String variable(String name) {
        return match.variable(name).orElseThrow();
    }
}
