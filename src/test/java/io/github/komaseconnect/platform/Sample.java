package io.github.komaseconnect.platform;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.CompanyFolders;
import io.github.komaseconnect.company.Credentials;
import io.github.komaseconnect.company.DefaultMethod;
import io.github.komaseconnect.company.PdfPolicy;
import io.github.komaseconnect.company.TestCompany;
import io.github.komaseconnect.configuration.Secret;
import io.github.komaseconnect.econnect.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** A company, its keys, and answers of eConnect as the tests need them. */
final class Sample {
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final TemplateIds TEMPLATES = new TemplateIds("TEMPLATE-INVOICE", "TEMPLATE-CREDIT-NOTE");
    static final Credentials KEYS =
            new Credentials(new Secret("app-key-1234"), new Secret("app-secret-5678"), new Secret("sub-key-9012"));

    private Sample() {}

    static Company company() {
        Path none = Path.of("none");
        return TestCompany.of(
                "acme",
                "Acme Installatietechniek B.V.",
                "XCNL10019",
                Optional.empty(),
                Optional.empty(),
                new CompanyFolders(none, none, none, none, none, none),
                none,
                "0 0/15 * * * ?",
                Optional.empty(),
                OptionalInt.empty(),
                DefaultMethod.HOLD,
                "",
                PdfPolicy.OPTIONAL,
                List.of());
    }

    /** A file that is UTF-8 without a prolog already. */
    static DocumentBody bare(Path ubl) {
        return new DocumentBody() {
            @Override
            public long length() {
                return ubl.toFile().length();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                Files.copy(ubl, out);
            }
        };
    }

    /** How a call ended, as one word and the reason's code. */
    static String code(Reply<?> reply) {
        if (reply instanceof Reply.Done<?> done) {
            return "done " + done.value();
        }
        Setback setback = Setback.of(reply);
        return setback.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + " "
                + setback.reason().code();
    }

    static String envelope(String body) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                + "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>" + body
                + "</S:Body></S:Envelope>";
    }

    static String response(String operation, String content) {
        return envelope("<" + operation + "Response xmlns=\"http://api.everbinding.nl/v3_1/\">" + content + "</"
                + operation + "Response>");
    }

    static String loggedIn(String token) {
        return response("Login", "<SecurityToken>" + token + "</SecurityToken>");
    }

    static String fault(String faultstring) {
        return envelope(
                "<S:Fault><faultcode>S:Server</faultcode><faultstring>" + faultstring + "</faultstring></S:Fault>");
    }

    static final String EXPIRED = fault("Security token is expired. [DEFAULT_ERROR_CODE999]");
}
