package io.github.komaseconnect.purchase;

import io.github.komaseconnect.company.Company;
import io.github.komaseconnect.reason.DutchTime;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * The moments at which a company's list is to be read, to find out whether one was missed: the machine slept, or Quartz
 * left out an hour or a night where the clock changes (quartz issues 1104 and 112). So it counts on with the offset that
 * was in force at the last reading, which never jumps.
 */
public final class RefreshSchedule {
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final String cron;

    RefreshSchedule(String cron) {
        this.cron = cron;
    }

    /** When the list of this company is to be read. */
    public static RefreshSchedule of(Company company) {
        return new RefreshSchedule(company.refresh());
    }

    /**
     * Whether a moment since {@code last} has passed long enough ago to know that it was missed; also when {@code last} is
     * the future, because the clock was wrong.
     */
    boolean missed(Instant last, Instant now) {
        return last.isAfter(now.plus(GRACE))
                || next(last).filter(moment -> moment.plus(GRACE).isBefore(now)).isPresent();
    }

    /** The first moment after {@code last}; empty when there is none any more. */
    public Optional<Instant> next(Instant last) {
        ZoneOffset offset = DutchTime.ZONE.getRules().getOffset(last);
        try {
            CronExpression moments = new CronExpression(cron);
            moments.setTimeZone(TimeZone.getTimeZone(offset));
            return Optional.ofNullable(moments.getNextValidTimeAfter(Date.from(last)))
                    .map(Date::toInstant);
        } catch (ParseException e) {
            throw new IllegalArgumentException("the configuration was checked, and yet is no cron: " + cron, e);
        }
    }
}
