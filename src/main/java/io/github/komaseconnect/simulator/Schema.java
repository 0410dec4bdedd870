package io.github.komaseconnect.simulator;

import static io.github.komaseconnect.simulator.Shape.date;
import static io.github.komaseconnect.simulator.Shape.number;
import static io.github.komaseconnect.simulator.Shape.payload;
import static io.github.komaseconnect.simulator.Shape.sequence;
import static io.github.komaseconnect.simulator.Shape.text;

import java.util.EnumMap;
import java.util.Map;

/** The request messages of v3.1; every type is a sequence, so the order of elements matters. */
final class Schema {
    /** The namespace of every message element. */
    static final String NAMESPACE = "http://api.everbinding.nl/v3_1/";

    /** The header of every call but Login. */
    static final Shape AUTHENTICATION = sequence("Authentication", text("SecurityToken"));

    private static final Shape PAGING =
            sequence("Paging", number("Limit"), text("StartPage").optional()).optional();
    private static final Shape EXTERNAL_ID = text("ExternalId");
    private static final Shape SEARCH = sequence(
                    "Search",
                    text("ExternalId").optional(),
                    text("DocumentId").optional(),
                    text("Subject").optional(),
                    timeSpan("CreatedOn"),
                    timeSpan("ModifiedOn"),
                    party("Sender"),
                    party("Receiver").orSpelt("Reciever"),
                    sequence("Status", text("Name").optional(), text("Code").optional())
                            .optional(),
                    sequence(
                                    "Template",
                                    text("Id").optional(),
                                    text("Name").optional(),
                                    text("MasterId").optional(),
                                    text("MasterName").optional())
                            .optional())
            .optional();

    private final Map<Operation, Shape> requests = new EnumMap<>(Operation.class);

    Schema() {
        add(Operation.LOGIN, text("ConsumerKey"), text("ConsumerSecret"));
        add(Operation.GET_ACCOUNT_PARTIES, sequence("Search").optional(), PAGING);
        for (Operation list : new Operation[] {Operation.GET_INBOX_DOCUMENTS, Operation.GET_OUTBOX_DOCUMENTS}) {
            add(list, text("GroupId").optional(), text("EConnectPartyId").optional(), PAGING, SEARCH);
        }
        for (Operation one : new Operation[] {
            Operation.GET_INBOX_DOCUMENT,
            Operation.GET_INBOX_DOCUMENT_STATUS,
            Operation.GET_OUTBOX_DOCUMENT,
            Operation.GET_OUTBOX_DOCUMENT_STATUS,
            Operation.GET_DOCUMENT_PDF
        }) {
            add(one, EXTERNAL_ID);
        }
        add(Operation.SET_INBOX_DOCUMENT_STATUS, EXTERNAL_ID, text("StatusCode"));
        add(
                Operation.SEND_DOCUMENT,
                sequence("Via", text("ReferenceId")),
                sequence("To", text("ReferenceId"), text("EmailAddress").optional()),
                text("Subject"),
                payload("Payload"),
                text("TemplateId"));
        add(
                Operation.GET_PARTIES,
                sequence(
                                "Search",
                                text("ReferenceId").optional(),
                                text("Name").optional(),
                                text("ChamberNumber").optional(),
                                text("Residence").optional(),
                                text("CountryCode").optional())
                        .optional(),
                PAGING);
        add(Operation.GET_PARTY, text("ReferenceId"));
    }

    /** Refuses a request that does not have the shape its operation asks for. */
    void check(Operation operation, Node request) throws SoapFault {
        check(requests.get(operation), request);
    }

    static void check(Shape shape, Node node) throws SoapFault {
        shape.check(node);
    }

    private void add(Operation operation, Shape... parts) {
        requests.put(operation, sequence(operation.soapName(), parts));
    }

    private static Shape timeSpan(String name) {
        return sequence(name, date("To"), date("From")).optional();
    }

    private static Shape party(String name) {
        return sequence(name, text("EConnectPartyId").optional(), text("Name").optional())
                .optional();
    }
}
