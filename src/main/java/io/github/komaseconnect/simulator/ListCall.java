package io.github.komaseconnect.simulator;

import io.github.komaseconnect.simulator.StoredDocument.Box;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** GetInboxDocuments and GetOutboxDocuments. */
final class ListCall implements OperationCall {
    private static final int DEFAULT_LIMIT = 10;
    private static final int HIGHEST_LIMIT = 250;

    private final Platform platform;
    private final Box box;
    private final DocumentMarkup markup;

    ListCall(Platform platform, Box box, DocumentMarkup markup) {
        this.platform = platform;
        this.box = box;
        this.markup = markup;
    }

    @Override
    public List<Content> answer(Accounts.Account caller, PlatformRequest request) throws SoapFault {
        Node body = request.body();
        Optional<String> group = body.textAt("GroupId");
        if (group.isPresent()) {
            throw SoapFault.unknownGroup(group.get());
        }
        Collection<SimulatedCompany> companies = companies(caller, body.textAt("EConnectPartyId"));
        PageMark.Scope scope = new PageMark.Scope(box, companies);
        Predicate<StoredDocument> wanted = new DocumentSearch(body.child("Search")).matcher();
        Optional<String> startPage = body.textAt("Paging", "StartPage");
        if (startPage.isPresent()) {
            PageMark mark = PageMark.read(startPage.get(), scope);
            wanted = wanted.and(Boxes.after(mark.createdOn(), mark.sequence()));
        }
        int limit = limit(body);
        Instant now = platform.now();
        List<StoredDocument> found = platform.boxes()
                .list(companies, box)
                .filter(document -> document.visibility().at(now))
                .filter(wanted)
                .limit(limit + 1L)
                .toList();
        return List.of(MemoryContent.of(page(found, limit, scope)));
    }

    private String page(List<StoredDocument> found, int limit, PageMark.Scope scope) {
        List<StoredDocument> shown = found.subList(0, Math.min(limit, found.size()));
        Markup out = new Markup().open("Results");
        shown.forEach(document -> {
            out.open("Document");
            markup.listed(out, document);
            out.close("Document");
        });
        out.close("Results").open("PagingResponse");
        if (found.size() > limit) {
            StoredDocument last = shown.get(limit - 1);
            out.text("NextPage", new PageMark(last.createdOn(), last.sequence()).write(scope));
        } else if (platform.has(Quirk.EMPTY_NEXT_PAGE)) {
            out.text("NextPage", "");
        }
        return out.close("PagingResponse").toString();
    }

    private static Collection<SimulatedCompany> companies(Accounts.Account caller, Optional<String> companyId)
            throws SoapFault {
        if (companyId.isEmpty()) {
            return caller.data().companies();
        }
        return List.of(caller.company(companyId.get()).orElseThrow(() -> SoapFault.noPermission(companyId.get())));
    }

    private static int limit(Node body) {
        int asked = body.textAt("Paging", "Limit").map(Integer::parseInt).orElse(DEFAULT_LIMIT);
        return asked <= 0 ? DEFAULT_LIMIT : Math.min(asked, HIGHEST_LIMIT);
    }
}
