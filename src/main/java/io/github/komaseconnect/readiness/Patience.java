package io.github.komaseconnect.readiness;

import io.github.komaseconnect.reason.Reason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries a check out and never waits longer for it than its time: a network drive that hangs, for one, gives no error and
 * no answer. Whatever a check throws becomes a finding.
 */
final class Patience {
    private Patience() {}

    /**
     * What the check finds, or one error when it fails or takes too long; it is then left behind.
     *
     * @param dutch what is being checked, for a sentence, e.g. {@code de mappen}
     */
    static List<Finding> within(Duration limit, String dutch, String english, Callable<List<Finding>> check) {
        FutureTask<List<Finding>> task = new FutureTask<>(check);
        Thread thread = new Thread(task, "check");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return List.of(Finding.error(tooSlow(limit, dutch, english)));
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return List.of(Finding.error(tooSlow(limit, dutch, english)));
        } catch (ExecutionException e) {
            return List.of(Finding.error(failed(e.getCause(), dutch, english)));
        }
    }

    private static Reason tooSlow(Duration limit, String dutch, String english) {
        return new Reason(
                "check.no-answer",
                "Geen antwoord binnen " + limit.toSeconds() + " seconden bij het controleren van " + dutch + ".",
                "No answer within " + limit.toSeconds() + " seconds when checking " + english + ".",
                "Is een netwerkschijf of server weg? Herstel de verbinding en controleer opnieuw.",
                "Is a network drive or server away? Restore the connection and check again.");
    }

    private static Reason failed(Throwable failure, String dutch, String english) {
        String words = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return new Reason(
                "check.failed",
                "Het controleren van " + dutch + " is mislukt (" + words + ").",
                "Checking " + english + " failed (" + words + ").",
                "Los de genoemde fout op en controleer opnieuw; blijft het zo, meld dan deze regel.",
                "Solve the fault that it names and check again; if it stays, report this line.");
    }
}
