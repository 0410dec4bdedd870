package io.github.komaseconnect.platform;

import io.github.komaseconnect.econnect.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/** What the head of an HTTP answer says about time: {@code Date} and {@code Retry-After} (RFC 9110). */
final class AnswerTimes {
    private AnswerTimes() {}

    /** The time at the other side, from the {@code Date} header. */
    static Optional<Instant> date(String header) {
        return Optional.ofNullable(header).map(DateUtils::parseStandardDate);
    }

    /**
     * How long to wait, from the {@code Retry-After} header: whole seconds, or a moment by the other side's clock. At
     * most {@link Reply#LONGEST_REST}; empty for none, for a time that is over and for what cannot be read.
     *
     * @param there the time at the other side; without it a moment says nothing
     */
    static Optional<Duration> retryAfter(String header, Optional<Instant> there) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        String text = header.strip();
        Optional<Duration> wait = text.chars().allMatch(letter -> letter >= '0' && letter <= '9')
                ? Optional.of(text.length() > 9 ? Reply.LONGEST_REST : Duration.ofSeconds(Long.parseLong(text)))
                : there.flatMap(now -> date(text).map(moment -> Duration.between(now, moment)));
        return wait.filter(time -> !time.isNegative() && !time.isZero())
                .map(time -> time.compareTo(Reply.LONGEST_REST) > 0 ? Reply.LONGEST_REST : time);
    }
}
