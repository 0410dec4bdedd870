package io.github.komaseconnect.simulator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which companies the simulated eConnect knows, by each of their ids. */
final class Directory {
    private final Map<String, SimulatedCompany> byCompanyId = new LinkedHashMap<>();
    private final Map<String, SimulatedCompany> byAnyId = new LinkedHashMap<>();

    Directory(List<SimulatedAccount> accounts, List<SimulatedClient> clients) {
        Stream.concat(
                        accounts.stream().flatMap(account -> account.companies().stream()),
                        clients.stream().flatMap(client -> client.companies().stream()))
                .distinct()
                .forEach(this::register);
    }

    private void register(SimulatedCompany company) {
        if (byCompanyId.put(company.companyId(), company) != null) {
            throw new IllegalArgumentException("two companies share the Company ID " + company.companyId());
        }
        byAnyId.put(company.companyId(), company);
        register("NL:KVK:" + company.cocNumber(), company);
        register("NL:VAT:" + company.vatNumber(), company);
    }

    private void register(String id, SimulatedCompany company) {
        ReceiverId.canonical(id).ifPresent(canonical -> byAnyId.putIfAbsent(canonical, company));
    }

    Collection<SimulatedCompany> all() {
        return byCompanyId.values();
    }

    /** The company with this Company ID; the caller knows that there is one. */
    SimulatedCompany company(String companyId) {
        return Optional.ofNullable(byCompanyId.get(companyId))
                .orElseThrow(() -> new IllegalArgumentException("no company has the Company ID " + companyId));
    }

    /** The company that a receiver id stands for, in whatever spelling. */
    Optional<SimulatedCompany> find(String receiver) {
        return ReceiverId.canonical(receiver).map(byAnyId::get);
    }
}
