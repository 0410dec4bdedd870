package io.github.komaseconnect.crash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();

    private final Places places = new Places(HOME.toString());

    private String of(String file) {
        return places.of(HOME.resolve(file));
    }

    @ParameterizedTest
    @CsvSource({
        "data/print/dagafdruk-2026-11-27-ke0a1b2c3d4e5f.pdf, data/print/dagafdruk-#-#-#-ke#.pdf",
        "data/print/dagafdruk-2026-11-28-ke000000000000.pdf, data/print/dagafdruk-#-#-#-ke#.pdf",
        "data/print/dagafdruk-2026-11-28-keffffffffffff.pdf, data/print/dagafdruk-#-#-#-ke#.pdf",
        "data/print/.dagafdruk-2026-11-28-ke1f00aa000b0c.pdf.tmp-print, data/print/temporary dagafdruk-#-#-#-ke#.pdf",
        "data/tmp/econnect-7daaf12f0df3.tmp, data/tmp/econnect-#.tmp",
        "data/tmp/econnect-f.tmp, data/tmp/econnect-#.tmp"
    })
    void aMarkIsNoPartOfAPlace(String file, String place) {
        assertThat(of(file)).isEqualTo(place);
    }

    @Test
    void whatOnlyLooksLikeAMarkIsAName() {
        assertThat(of("data/print/bekeabcdefabcdef.pdf")).isEqualTo("data/print/bekeabcdefabcdef.pdf");
        assertThat(of("data/print/kerk.pdf")).isEqualTo("data/print/kerk.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "companies/acme/export/CR-0007.XML, acme/export/*.xml",
        "companies/acme/export/CR-0008.xml, acme/export/*.xml",
        "companies/acme/print-spool/.dagafdruk-ke0a1b2c3d4e5f.pdf.tmp-print, acme/print-spool/temporary *.pdf",
        "data/archive/2026/11/17/document.xml, data/archive/document.xml"
    })
    void filesOfOneKindAreOnePlace(String file, String place) {
        assertThat(of(file)).isEqualTo(place);
    }

    @Test
    void theLogAndWhatLiesElsewhereHaveNoPlace() {
        assertThat(of("logs/komas.log")).isEmpty();
        assertThat(of("companies/acme/export/.komas-econnect-trial")).isEmpty();
        assertThat(places.of(HOME.resolveSibling("elsewhere.txt"))).isEmpty();
    }
}
