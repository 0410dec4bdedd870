package io.github.komaseconnect.mail;

import io.github.komaseconnect.company.Mailing;
import java.nio.file.Path;

/** Composes and sends one mail in a JVM of its own: {@code folder port}; prints what came of it. */
final class LargeMail {
    private LargeMail() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        InvoiceMail mail = new InvoiceMail(
                Samples.acme().withMailing(withoutLimit()),
                Samples.to(io.github.komaseconnect.relation.Language.NL, "a@x.nl"),
                Samples.header(io.github.komaseconnect.invoice.DocumentType.INVOICE, "2026-0042"),
                folder.resolve("groot.xml"),
                folder.resolve("groot.pdf"),
                "groot",
                "17");
        Path eml = folder.resolve("groot.eml");
        Samples.composer(folder).compose(mail, eml);
        SealedMessage message = SealedMessage.of("acme", eml);
        new CompanyMailSender(
                        company -> Samples.withoutLogIn(port),
                        new SmtpClient(MailTimeouts.standard(), Samples.noTokens()))
                .send(message);
        System.out.println(new MailVerdict().accepted(message));
    }

    private static Mailing withoutLimit() {
        Mailing usual = Mailing.usual();
        return new Mailing(
                usual.attachments(),
                usual.replyTo(),
                usual.cc(),
                usual.bcc(),
                Long.MAX_VALUE,
                usual.perMinute(),
                usual.connections(),
                usual.bounces());
    }
}
