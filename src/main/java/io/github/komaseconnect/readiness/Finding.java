package io.github.komaseconnect.readiness;

import io.github.komaseconnect.reason.Reason;

/**
 * One thing found out.
 *
 * @param reason what was found, and what to do about it when it is not ok; its code begins with {@code check.} or is that
 *     of the part that says it
 */
public record Finding(Level level, Reason reason) {
    /** As it should be. */
    public static Finding ok(String code, String dutch, String english) {
        return new Finding(Level.OK, Reason.of(code, dutch, english));
    }

    /** Somebody should look at it. */
    public static Finding warning(Reason reason) {
        return new Finding(Level.WARNING, reason);
    }

    /** Must be put right. */
    public static Finding error(Reason reason) {
        return new Finding(Level.ERROR, reason);
    }
}
