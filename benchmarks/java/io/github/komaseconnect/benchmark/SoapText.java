package io.github.komaseconnect.benchmark;

import io.github.komaseconnect.simulator.SimulatorBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The messages of the floors, element by element what the program sends, put together as text. */
public final class SoapText {
    /** Content type of every message. */
    public static final String CONTENT_TYPE = "text/xml; charset=utf-8";

    private static final String NAMESPACE = "http://api.everbinding.nl/v3_1/";

    /** Not the company of the program, which follows all that is sent in the name of its own. */
    private static final String FLOOR = Server.companyId(2);

    private SoapText() {}

    /** The SOAPAction of an operation. */
    public static String action(String operation) {
        return NAMESPACE + operation;
    }

    /** A message without a token: the log-in. */
    public static byte[] logIn(String key, String secret) {
        return message(
                "", "Login", "<ConsumerKey>" + key + "</ConsumerKey><ConsumerSecret>" + secret + "</ConsumerSecret>");
    }

    /** SendDocument with this UBL in its Payload. */
    public static byte[] send(String token, byte[] ubl) throws IOException {
        InvoiceFacts facts = InvoiceFacts.of(ubl);
        String text = new String(ubl, StandardCharsets.UTF_8);
        return call(
                token,
                "SendDocument",
                "<Via><ReferenceId>" + FLOOR + "</ReferenceId></Via><To><ReferenceId>"
                        + facts.receiver() + "</ReferenceId></To><Subject>Factuur " + facts.number()
                        + "</Subject><Payload>" + text.substring(text.indexOf("<Invoice"))
                        + "</Payload><TemplateId>" + SimulatorBuilder.INVOICE_TEMPLATE + "</TemplateId>");
    }

    /** Any other call of a session. */
    public static byte[] call(String token, String operation, String content) {
        return message(
                "<S:Header><Authentication xmlns=\"" + NAMESPACE + "\"><SecurityToken>" + token
                        + "</SecurityToken></Authentication></S:Header>",
                operation,
                content);
    }

    private static byte[] message(String header, String operation, String content) {
        return ("<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                        + "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\">" + header + "<S:Body><"
                        + operation + " xmlns=\"" + NAMESPACE + "\">" + content + "</" + operation
                        + "></S:Body></S:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What stands between the first tags of this name; it must be there. */
    public static String between(String answer, String element) throws IOException {
        int start = answer.indexOf("<" + element + ">");
        int end = answer.indexOf("</" + element + ">", start);
        if (start < 0 || end < 0) {
            throw new IOException("the answer has no " + element + ": " + answer);
        }
        return answer.substring(start + element.length() + 2, end);
    }
}
