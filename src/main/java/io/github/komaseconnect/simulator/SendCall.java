package io.github.komaseconnect.simulator;

import io.github.komaseconnect.simulator.StoredDocument.Template;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** SendDocument. */
final class SendCall implements OperationCall {
    private final Platform platform;
    private final Postman postman;

    SendCall(Platform platform, Postman postman) {
        this.platform = platform;
        this.postman = postman;
    }

    @Override
    public List<Content> answer(Accounts.Account caller, PlatformRequest request) throws SoapFault {
        Node body = request.body();
        String via = body.required("Via", "ReferenceId");
        SimulatedCompany sender = caller.company(via).orElseThrow(() -> SoapFault.noPermission(via));
        String to = body.required("To", "ReferenceId");
        Optional<String> emailAddress = body.textAt("To", "EmailAddress");
        String templateId = body.required("TemplateId");
        Template template = platform.template(templateId).orElseThrow(() -> SoapFault.unknownTemplate(templateId));
        Content payload = request.payload().orElseThrow(() -> SoapFault.invalidXml("Payload is empty"));
        UblFacts facts = request.document().orElseThrow(() -> SoapFault.invalidXml("Payload is empty"));
        checkDocument(facts);
        Optional<SimulatedCompany> receiver = platform.directory().find(to);
        DeliveryMethod method = platform.plannedMethod(facts.number()).isPresent()
                ? platform.plannedMethod(facts.number()).get()
                : methodFor(to, receiver, emailAddress);
        StoredDocument sent = postman.post(new Shipment(
                sender,
                to,
                receiver,
                method,
                template,
                facts,
                payload,
                new PsbCopy(UUID.randomUUID().toString(), payload)));
        platform.journal()
                .add(new AcceptedDocument(
                        platform.now(),
                        sent.externalId(),
                        via,
                        to,
                        emailAddress,
                        body.textAt("Subject").orElse(""),
                        templateId,
                        facts.number(),
                        method,
                        sent.content()));
        return List.of(MemoryContent.of(
                new Markup().text("ExternalId", sent.externalId()).toString()));
    }

    private void checkDocument(UblFacts facts) throws SoapFault {
        if (!facts.mistakes().isEmpty()) {
            throw SoapFault.invalidXml(String.join("; ", facts.mistakes()));
        }
        Optional<List<String>> rules = platform.brokenRules(facts.number());
        if (rules.isPresent()) {
            throw SoapFault.rulesBroken(String.join(" ", rules.get()));
        }
    }

    private DeliveryMethod methodFor(String to, Optional<SimulatedCompany> receiver, Optional<String> emailAddress)
            throws SoapFault {
        if (receiver.isPresent()) {
            return DeliveryMethod.TO_INBOX;
        }
        if (ReceiverId.canonical(to).filter(platform.reach()::reaches).isPresent()) {
            return DeliveryMethod.TO_PEPPOL;
        }
        if (emailAddress.isPresent()) {
            return DeliveryMethod.TO_EMAIL;
        }
        throw SoapFault.notReachable(to);
    }
}
