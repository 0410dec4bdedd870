package io.github.komaseconnect.simulator;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The calls about companies; they give everything on one page. */
final class PartyCalls {
    private final Platform platform;

    PartyCalls(Platform platform) {
        this.platform = platform;
    }

    /** GetAccountParties. */
    OperationCall ofAccount() {
        return (caller, request) -> {
            boolean nested = platform.has(Quirk.NESTED_PARTY_DETAILS);
            Markup out = new Markup().open("Results");
            for (SimulatedCompany company : caller.data().companies()) {
                out.open("PartyAccountDetails").raw(nested ? "<PartyAccountDetails>" : "");
                details(out, company);
                out.text("Description", "")
                        .open("Account")
                        .text("Id", caller.data().companies().get(0).companyId())
                        .text("Name", caller.data().companies().get(0).name())
                        .close("Account")
                        .text("IsRegisteredToPeppol", "true")
                        .text("IsVerified", "true")
                        .raw(nested ? "</PartyAccountDetails>" : "")
                        .close("PartyAccountDetails");
            }
            return end(out);
        };
    }

    /** GetParties. */
    OperationCall search() {
        return (caller, request) -> {
            Optional<Node> search = request.body().child("Search");
            Collection<SimulatedCompany> all = platform.directory().all();
            Markup out = new Markup().open("Results");
            all.stream()
                    .filter(company -> search.isEmpty() || matches(company, search.get()))
                    .forEach(company -> {
                        out.open("Party");
                        party(out, company);
                        out.close("Party");
                    });
            return end(out);
        };
    }

    /** GetParty. */
    OperationCall one() {
        return (caller, request) -> {
            String referenceId = request.body().required("ReferenceId");
            SimulatedCompany company =
                    platform.directory().find(referenceId).orElseThrow(() -> SoapFault.unknownParty(referenceId));
            Markup out = new Markup().open("Details");
            details(out, company);
            return List.of(MemoryContent.of(out.close("Details").toString()));
        };
    }

    private List<Content> end(Markup out) {
        out.close("Results").open("PagingResponse");
        if (platform.has(Quirk.EMPTY_NEXT_PAGE)) {
            out.text("NextPage", "");
        }
        return List.of(MemoryContent.of(out.close("PagingResponse").toString()));
    }

    /** The simulator's companies have no address, so a search by residence finds nothing. */
    private boolean matches(SimulatedCompany company, Node search) {
        Optional<String> reference = search.textAt("ReferenceId");
        return (reference.isEmpty()
                        || reference
                                .flatMap(platform.directory()::find)
                                .filter(company::equals)
                                .isPresent())
                && search.textAt("Name")
                        .map(name -> company.name().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)))
                        .orElse(true)
                && search.textAt("ChamberNumber")
                        .map(company.cocNumber()::equals)
                        .orElse(true)
                && search.textAt("Residence").isEmpty()
                && search.textAt("CountryCode").map(country(company)::equals).orElse(true);
    }

    private static void party(Markup out, SimulatedCompany company) {
        out.text("ReferenceId", company.cocNumber().isEmpty() ? company.companyId() : "NL:KVK:" + company.cocNumber())
                .text("Name", company.name())
                .text("ChamberNumber", company.cocNumber())
                .open("Address")
                .text("CountryCode", country(company))
                .close("Address");
    }

    private static void details(Markup out, SimulatedCompany company) {
        party(out, company);
        out.text("EConnectPartyId", company.companyId());
    }

    private static String country(SimulatedCompany company) {
        return company.companyId().substring(2, 4);
    }
}
