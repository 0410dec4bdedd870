package io.github.komaseconnect.watch;

import io.github.komaseconnect.reason.DutchTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;

/** Time that counts only on days on which people work in the Netherlands: no weekends and no public holidays. */
final class WorkingTime {
    private WorkingTime() {}

    /** How much working time lies between two moments; nothing when {@code to} is not after {@code from}. */
    static Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = DutchTime.date(to);
        for (LocalDate day = DutchTime.date(from); !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorkday(day)) {
                Instant begin = later(from, DutchTime.startOf(day));
                Instant end = earlier(to, DutchTime.startOf(day.plusDays(1)));
                sum = end.isAfter(begin) ? sum.plus(Duration.between(begin, end)) : sum;
            }
        }
        return sum;
    }

    static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    private static boolean isHoliday(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        return isOn(day, Month.JANUARY, 1)
                || isOn(day, Month.APRIL, 27)
                || isOn(day, Month.DECEMBER, 25)
                || isOn(day, Month.DECEMBER, 26)
                || (isOn(day, Month.MAY, 5) && day.getYear() % 5 == 0)
                || day.equals(easter.minusDays(2))
                || day.equals(easter.plusDays(1))
                || day.equals(easter.plusDays(39))
                || day.equals(easter.plusDays(50));
    }

    private static boolean isOn(LocalDate day, Month month, int dayOfMonth) {
        return day.getMonth() == month && day.getDayOfMonth() == dayOfMonth;
    }

    /** Easter Sunday by the Gregorian rule in its anonymous form (Meeus, Jones, Butcher). */
    static LocalDate easter(int year) {
        int moon = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int epact = (19 * moon + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int late = (moon + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
