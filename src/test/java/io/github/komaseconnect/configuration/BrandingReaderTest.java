package io.github.komaseconnect.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.komaseconnect.company.Branding;
import io.github.komaseconnect.company.TestLogo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logo and colour of a company's invoices, and what is said of those that will not do. */
class BrandingReaderTest {
    @TempDir
    Path folder;

    private SampleHome home;

    @BeforeEach
    void makeHome() {
        home = new SampleHome(folder);
    }

    private Branding branding(String... lines) {
        return read(lines).company("acme").orElseThrow().branding();
    }

    private Configuration read(String... lines) {
        return home.write(SampleHome.ACME, String.join("\n", lines)).read();
    }

    private List<String> problems(String... lines) {
        return read(lines).problems().stream().map(Object::toString).toList();
    }

    @Test
    void aCompanyMayHaveNeither() {
        assertThat(branding()).isEqualTo(Branding.none());
    }

    @Test
    void bothAreTakenAsTheyAre() throws Exception {
        Path logo = TestLogo.png(folder, 40, 20);
        Branding branding = branding("company.acme.pdf.logo=" + logo, "company.acme.pdf.colour=#B3261E");
        assertThat(branding.logo()).contains(logo);
        assertThat(branding.colour()).isEqualTo("#b3261e");
        TestLogo.jpeg(folder, 40, 20);
        assertThat(problems("company.acme.pdf.logo=" + folder.resolve("logo.jpg")))
                .isEmpty();
    }

    @Test
    void aLogoThatWillNotDoIsSaidAtStart() throws Exception {
        Path text = Files.writeString(folder.resolve("tekst.png"), "geen plaatje");
        Path broken =
                Files.write(folder.resolve("kapot.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        Path heavy = Files.write(folder.resolve("zwaar.png"), new byte[1_000_001]);
        Path wide = TestLogo.png(folder, 2001, 1);

        assertThat(problems("company.acme.pdf.logo=" + folder.resolve("weg.png")))
                .anyMatch(p -> p.contains("bestaat niet"));
        assertThat(problems("company.acme.pdf.logo=" + text)).anyMatch(p -> p.contains("geen PNG- of JPEG"));
        assertThat(problems("company.acme.pdf.logo=" + broken)).anyMatch(p -> p.contains("beschadigde"));
        assertThat(problems("company.acme.pdf.logo=" + heavy)).anyMatch(p -> p.contains("groter dan 1 MB"));
        assertThat(problems("company.acme.pdf.logo=" + wide)).anyMatch(p -> p.contains("2001 bij 1"));
    }

    @Test
    void aColourIsThreeTimesTwoDigitsAndReadable() {
        assertThat(problems("company.acme.pdf.colour=rood")).anyMatch(p -> p.contains("#rrggbb"));
        assertThat(problems("company.acme.pdf.colour=#ffee00")).anyMatch(p -> p.contains("slecht te lezen"));
        assertThat(problems("company.acme.pdf.colour=#b3261e")).isEmpty();
    }
}
