package io.github.komaseconnect.readiness;

import io.github.komaseconnect.reason.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares this machine's clock with eConnect's: with a clock that is off, an invoice of which it is not known whether it
 * arrived is looked for at the wrong time. The request carries no keys.
 */
final class ClockCheck {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Clock clock;

    ClockCheck(Clock clock) {
        this.clock = clock;
    }

    List<Finding> look(URI platform) throws InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(LONGEST_WAIT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(platform).timeout(LONGEST_WAIT).GET().build();
        Instant before = clock.instant();
        try {
            HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
            Instant here = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
            return List.of(response.headers()
                    .firstValue("Date")
                    .flatMap(ClockCheck::time)
                    .map(there -> compare(here, there))
                    .orElseGet(() -> notCompared(platform, "geen tijd in het antwoord", "no time in the answer")));
        } catch (IOException e) {
            String words = e.getClass().getSimpleName();
            return List.of(notCompared(platform, words, words));
        }
    }

    private static Optional<Instant> time(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    static Finding compare(Instant here, Instant there) {
        Duration off = Duration.between(there, here);
        long seconds = Math.abs(off.toSeconds());
        if (off.abs().compareTo(TOLERANCE) <= 0) {
            return Finding.ok(
                    "check.clock",
                    "De klok loopt gelijk met die van eConnect (verschil " + seconds + " s).",
                    "The clock agrees with eConnect's (difference " + seconds + " s).");
        }
        String dutch = off.isNegative() ? "achter" : "voor";
        String english = off.isNegative() ? "behind" : "ahead of";
        return Finding.error(new Reason(
                "check.clock",
                "De klok van deze computer loopt " + seconds / 60 + " minuten " + dutch + " op die van eConnect.",
                "The clock of this computer is " + seconds / 60 + " minutes " + english + " eConnect's.",
                "Zet de klok gelijk (laat de computer de tijd van internet halen).",
                "Set the clock (have the computer take its time from the internet)."));
    }

    private static Finding notCompared(URI platform, String dutch, String english) {
        String dutchText = "De klok kon niet met die van eConnect vergeleken worden (" + dutch + ").";
        String englishText = "The clock could not be compared with eConnect's (" + english + ").";
        // a simulator on this machine has the same clock
        return LOOPBACK.contains(String.valueOf(platform.getHost()))
                ? Finding.ok("check.clock", dutchText, englishText)
                : Finding.warning(new Reason(
                        "check.clock",
                        dutchText,
                        englishText,
                        "Kijk zelf of datum en tijd van deze computer kloppen.",
                        "See for yourself that date and time of this computer are right."));
    }
}
