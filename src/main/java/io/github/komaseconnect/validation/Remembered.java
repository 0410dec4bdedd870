package io.github.komaseconnect.validation;

import io.github.komaseconnect.invoice.rules.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The verdicts on the documents looked at last, by content: what is tried again is not looked at again. */
final class Remembered {
    private static final int MOST = 200;

    private final Map<String, Verdict> verdicts = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verdict> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<Verdict> find(String sha256) {
        return Optional.ofNullable(verdicts.get(sha256));
    }

    synchronized void keep(String sha256, Verdict verdict) {
        verdicts.put(sha256, verdict);
    }
}
