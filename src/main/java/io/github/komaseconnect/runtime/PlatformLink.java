package io.github.komaseconnect.runtime;

import io.github.komaseconnect.configuration.GlobalSettings;
import io.github.komaseconnect.econnect.ServerTime;
import io.github.komaseconnect.invoice.SafeXml;
import io.github.komaseconnect.invoice.UblBody;
import io.github.komaseconnect.platform.CamelSoapTransport;
import io.github.komaseconnect.platform.DocumentBody;
import io.github.komaseconnect.platform.PlatformEConnectFactory;
import io.github.komaseconnect.platform.TemplateIds;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.CamelContext;

/** How a Camel context comes to talk to eConnect: the same for the runtime and for a command beside it. */
final class PlatformLink {
    private PlatformLink() {}

    /** What {@code routes/econnect.camel.yaml} needs to know. */
    static Map<String, String> properties(GlobalSettings settings) {
        return Map.of(
                "komas.platform.url",
                settings.platformUrl().toString(),
                "komas.psb.url",
                settings.psb().url().toString(),
                "komas.http.connect-timeout",
                Long.toString(settings.connectTimeout().toMillis()),
                "komas.http.response-timeout",
                Long.toString(settings.responseTimeout().toMillis()),
                "komas.http.call-timeout",
                Long.toString(GlobalSettings.CALL_LIMIT.toMillis()));
    }

    /** Makes EConnects over the route in {@code context}, whose answers were told to go through files. */
    static PlatformEConnectFactory factory(
            CamelContext context, GlobalSettings settings, Clock clock, ServerTime serverTime, Path tmp) {
        SafeXml xml = new SafeXml();
        return new PlatformEConnectFactory(
                new CamelSoapTransport(context, serverTime),
                clock,
                new TemplateIds(settings.templateId(), settings.creditNoteTemplateId()),
                file -> body(UblBody.of(xml, file)),
                tmp);
    }

    private static DocumentBody body(UblBody ubl) {
        return new DocumentBody() {
            @Override
            public long length() {
                return ubl.length();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                ubl.writeTo(out);
            }
        };
    }
}
