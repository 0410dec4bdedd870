package io.github.komaseconnect.crash.agent;

import java.time.Instant;
import net.bytebuddy.asm.Advice;

/** What is woven into the time of the daily print: nobody waits for half past three. */
final class TimeAdvice {
    private TimeAdvice() {}

    /** The next moment is now. */
    static final class Next {
        private Next() {}

        @Advice.OnMethodExit
        static void now(@Advice.Argument(1) Instant now, @Advice.Return(readOnly = false) Instant next) {
            next = now;
        }
    }
}
