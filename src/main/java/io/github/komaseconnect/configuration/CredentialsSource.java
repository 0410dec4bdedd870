package io.github.komaseconnect.configuration;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.company.Credentials;
import io.github.komaseconnect.company.MailSettings;
import io.github.komaseconnect.company.PsbCredentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys and passwords as they are now: {@code application.properties} and the files with secrets are looked at again for
 * every question, so that new keys count without a restart; of the companies' own files those count that were given last. While a file is missing, half written or otherwise wrong,
 * the last good answer stays in force; no method throws for what is in a file. Safe for use by several threads.
 */
public final class CredentialsSource {
    private static final Pattern PASSWORD_IN_ADDRESS =
            Pattern.compile("(?i)[?&;]password=([^&;\\s]+)|//[^/?@\\s:]+:([^/?@\\s]+)@");

    private final Path home;
    private final Placeholders placeholders;
    private final Map<String, Credentials> lastCredentials = new HashMap<>();
    private final Map<String, PsbCredentials> lastPsbCredentials = new HashMap<>();
    private final Map<String, MailSettings> lastMail = new HashMap<>();
    private final Map<String, Secret> lastHookSecrets = new HashMap<>();
    private final Set<String> secrets = new HashSet<>();

    /** What other threads see of {@link #secrets}; replaced, never changed. */
    private volatile Collection<String> published = List.of();

    private CompanyFiles companyFiles = CompanyFiles.none();
    private byte[] lastBytes = {};
    private PropertiesFile lastFile = PropertiesFile.parse("");

    /**
     * Reads the files once.
     *
     * @param home the home folder, which holds {@code application.properties} and {@code companies/}
     * @param environment gives an environment variable
     */
    public CredentialsSource(Path home, Function<String, Optional<String>> environment) {
        this.home = home.toAbsolutePath().normalize();
        this.placeholders = new Placeholders(this.home, environment);
        refresh();
        try {
            use(CompanyFiles.read(this.home));
        } catch (IOException unreadable) {
            // the reading of the configuration tells of it
        }
    }

    /** From now on these are the files of companies; a runtime gives those that were found right. */
    public synchronized void use(CompanyFiles files) {
        companyFiles = files;
        files.keys().forEach(key -> files.find(key).ifPresent(this::collectSecrets));
    }

    private Settings settingsOf(String companyKey) {
        return Settings.ofCompany(companyFiles.find(companyKey).orElse(lastFile), placeholders, home, companyKey);
    }

    /** The connection keys of a company; empty secrets when none were ever readable. */
    public synchronized Credentials credentials(String companyKey) {
        refresh();
        Settings company = settingsOf(companyKey);
        Settings installation = Settings.ofInstallation(lastFile, placeholders, home);
        Secret own = company.secret("subscription-key");
        Credentials now = new Credentials(
                company.requiredSecret("connection-key"),
                company.requiredSecret("connection-secret"),
                own.present() ? own : installation.secret("econnect.platform.subscription-key"));
        if (isRight(company) && isRight(installation)) {
            lastCredentials.put(companyKey, now);
            remember(now.connectionKey(), now.connectionSecret(), now.subscriptionKey());
        }
        return lastCredentials.getOrDefault(
                companyKey, new Credentials(new Secret(""), new Secret(""), new Secret("")));
    }

    /** What a company identifies itself with on the PSB; {@link PsbCredentials#none} when none were ever readable. */
    public synchronized PsbCredentials psbCredentials(String companyKey) {
        refresh();
        Settings company = settingsOf(companyKey);
        Settings installation = Settings.ofInstallation(lastFile, placeholders, home);
        PsbCredentials now = new PsbCredentials(
                company.required("client-id"),
                company.requiredSecret("client-secret"),
                company.text("username"),
                company.secret("password"),
                installation.secret("econnect.psb.subscription-key"));
        if (isRight(company) && isRight(installation)) {
            lastPsbCredentials.put(companyKey, now);
            remember(now.clientSecret(), now.password(), now.subscriptionKey());
        }
        return lastPsbCredentials.getOrDefault(companyKey, PsbCredentials.none());
    }

    /** The secret with which eConnect signs the hooks of a company; empty when it has none. */
    public synchronized Secret hookSecret(String companyKey) {
        return ofCompany(companyKey, "hook-secret");
    }

    /** The password of the mailbox for a company's hooks; empty when it has none. */
    public synchronized Secret hookMailboxPassword(String companyKey) {
        return ofCompany(companyKey, "hook-mailbox-password");
    }

    /** The password at a company's printer; empty when it has none. */
    public synchronized Secret printerPassword(String companyKey) {
        return ofCompany(companyKey, PrintReader.PASSWORD);
    }

    /**
     * The password of a mailbox in which mails come back; empty when it has none.
     *
     * @param owner company; empty for the mailbox of the installation
     */
    public synchronized Secret bouncesPassword(String owner) {
        if (!owner.isEmpty()) {
            return ofCompany(owner, MailingReader.BOUNCES_PASSWORD);
        }
        refresh();
        Secret now = Settings.ofInstallation(lastFile, placeholders, home).secret(MailingReader.BOUNCES_PASSWORD);
        remember(now);
        return now;
    }

    private Secret ofCompany(String companyKey, String name) {
        refresh();
        Settings company = settingsOf(companyKey);
        Secret now = company.secret(name);
        String key = companyKey + "." + name;
        if (isRight(company)) {
            lastHookSecrets.put(key, now);
            remember(now);
        }
        return lastHookSecrets.getOrDefault(key, new Secret(""));
    }

    /** How the company's mail leaves. */
    public synchronized MailSettings mail(Company company) {
        refresh();
        Settings own = settingsOf(company.key());
        Settings installation = Settings.ofInstallation(lastFile, placeholders, home);
        MailSettings now = MailReader.ofCompany(own, MailReader.ofInstallation(installation));
        boolean stillThere = own.present("company-id") || own.present("party-id");
        return lastGoodMail(company.key(), now, stillThere && isRight(own) && isRight(installation));
    }

    /** How mail leaves that is no company's, such as alarms. */
    public synchronized MailSettings mail() {
        refresh();
        Settings installation = Settings.ofInstallation(lastFile, placeholders, home);
        MailSettings now = MailReader.ofInstallation(installation);
        return lastGoodMail("", now, isRight(installation));
    }

    /**
     * Every secret met so far, also those that were replaced since: what must never be shown. Cheap, reads no file.
     */
    public Collection<String> allSecretValues() {
        return published;
    }

    private MailSettings lastGoodMail(String company, MailSettings now, boolean good) {
        if (good) {
            remember(now.password());
            now.oauth2().ifPresent(oauth2 -> remember(oauth2.clientSecret()));
            lastMail.put(company, now);
        }
        return lastMail.getOrDefault(company, now);
    }

    private static boolean isRight(Settings settings) {
        return settings.problems().stream().noneMatch(Problem::isError);
    }

    /** Takes the file as it is now, unless it is empty or holds lines that make no sense: then someone is writing it. */
    private synchronized void refresh() {
        try {
            byte[] bytes = TextFile.bytes(home.resolve(ConfigurationReader.FILE));
            if (Arrays.equals(bytes, lastBytes)) {
                return;
            }
            PropertiesFile file = PropertiesFile.parse(TextFile.decode(bytes));
            boolean whole = file.malformedLines() == 0 && !file.entries().isEmpty();
            if (whole || lastBytes.length == 0) {
                lastBytes = bytes;
                lastFile = file;
                collectSecrets(file);
            }
        } catch (IOException unreadable) {
            // the last good one stays in force; `check` and the next start say what is wrong with the file
        }
    }

    private void collectSecrets(PropertiesFile file) {
        for (PropertiesFile.Entry entry : file.entries()) {
            if (placeholders.fill(entry.value()) instanceof Placeholders.Value value) {
                if (KnownKeys.secret(file.source().full(entry.key()))) {
                    secrets.add(value.text());
                }
                Matcher inAddress = PASSWORD_IN_ADDRESS.matcher(value.text());
                while (inAddress.find()) {
                    secrets.add(inAddress.group(1) != null ? inAddress.group(1) : inAddress.group(2));
                }
            }
        }
        publish();
    }

    private void remember(Secret... found) {
        boolean isNew = false;
        for (Secret secret : found) {
            isNew |= secret.present() && secrets.add(secret.value());
        }
        if (isNew) {
            publish();
        }
    }

    private void publish() {
        secrets.remove("");
        published = List.copyOf(secrets);
    }
}
