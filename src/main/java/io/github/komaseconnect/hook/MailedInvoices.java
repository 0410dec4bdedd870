package io.github.komaseconnect.hook;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Gateway;
import io.github.komaseconnect.company.HookMailbox;
import io.github.komaseconnect.econnect.InboxEntry;
import io.github.komaseconnect.hook.ReceivedMail.Attached;
import io.github.komaseconnect.invoice.InvoiceHeader;
import io.github.komaseconnect.invoice.UblDigest;
import io.github.komaseconnect.invoice.UblReader;
import io.github.komaseconnect.invoice.UblReading;
import io.github.komaseconnect.purchase.Arrivals;
import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes purchase invoices out of eConnect's mails. Only attachments that are UBL invoices or credit notes for this company,
 * in a mail of eConnect's, count.
 */
public final class MailedInvoices {
    private static final String UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern NAMED_IN_TEXT = Pattern.compile("(?i)document\\s?id\\s*:\\s*(" + UUID + ")\\b");
    private static final Pattern NAMED_BY_FILE = Pattern.compile("(" + UUID + ")\\.xml", Pattern.CASE_INSENSITIVE);

    private final Arrivals arrivals;
    private final UblReader reader;

    /** Gives what it finds to {@code arrivals}. */
    public MailedInvoices(Arrivals arrivals, UblReader reader) {
        this.arrivals = arrivals;
        this.reader = reader;
    }

    private record Found(Attached attached, InvoiceHeader header) {}

    /**
     * Takes what is in one mail; the files may go when this returns.
     *
     * @throws IOException when the archive cannot be written or the files cannot be read; the mail is to be offered again
     */
    public MailVerdict take(Company company, ReceivedMail mail) throws IOException {
        HookMailbox mailbox = company.hooks().mailbox().orElseThrow();
        List<Attached> xml = mail.attachments().stream()
                .filter(attached -> attached.endsWith(".xml"))
                .toList();
        if (!isOf(mailbox.sender(), mail.sender())) {
            Reason reason = MailReasons.otherSender(mail, mailbox.sender());
            return xml.isEmpty() ? new MailVerdict.NotForUs(reason) : new MailVerdict.Left(reason);
        }
        List<Found> found = new ArrayList<>();
        Optional<Reason> trouble = Optional.empty();
        for (Attached attached : xml) {
            UblReading reading = reader.read(attached.file(), attached.name());
            if (reading instanceof UblReading.Usable usable) {
                Optional<Reason> other = CustomerCheck.check(company, usable.header());
                if (other.isEmpty()) {
                    found.add(new Found(attached, usable.header()));
                }
                trouble = trouble.or(() -> other);
            } else if (reading instanceof UblReading.NotUsable broken) {
                trouble = trouble.or(() -> Optional.of(broken.reason()));
            }
        }
        for (Found one : found) {
            keep(company, mail, one, found.size());
        }
        if (trouble.isPresent()) {
            return new MailVerdict.Left(MailReasons.notAll(mail, found.size(), trouble.get()));
        }
        return found.isEmpty() ? new MailVerdict.Left(MailReasons.nothing(mail)) : new MailVerdict.Taken(found.size());
    }

    private void keep(Company company, ReceivedMail mail, Found found, int ofHowMany) throws IOException {
        List<Attached> pdfs = mail.attachments().stream()
                .filter(attached -> attached.endsWith(".pdf"))
                .toList();
        // of several it cannot be told which one shows which invoice
        Optional<Path> pdf = ofHowMany == 1 && pdfs.size() == 1
                ? pdfs.stream().map(Attached::file).findFirst()
                : Optional.empty();
        Optional<String> named = documentId(mail, found.attached(), ofHowMany);
        String id = named.isPresent()
                ? named.get()
                : Arrivals.unnamed(UblDigest.sha256(found.attached().file()));
        arrivals.keep(
                company,
                Gateway.PSB,
                new InboxEntry(
                        id,
                        found.header().number(),
                        mail.receivedAt(),
                        mail.receivedAt(),
                        found.header().supplier().name().orElse(""),
                        "",
                        0,
                        ""),
                found.attached().file(),
                pdf);
    }

    /** By its file, as eConnect names it, else by what the mail says. */
    private static Optional<String> documentId(ReceivedMail mail, Attached attached, int ofHowMany) {
        Matcher file = NAMED_BY_FILE.matcher(attached.name());
        if (file.matches()) {
            return Optional.of(file.group(1));
        }
        Matcher text = NAMED_IN_TEXT.matcher(mail.text());
        return ofHowMany == 1 && text.find() ? Optional.of(text.group(1)) : Optional.empty();
    }

    /** An address, or a domain with those below it. */
    private static boolean isOf(String wanted, String sender) {
        String own = sender.toLowerCase(Locale.ROOT);
        return wanted.contains("@")
                ? own.equals(wanted)
                : own.endsWith("@" + wanted) || own.endsWith("." + wanted) && own.contains("@");
    }
}
