package io.github.komaseconnect.readiness;

/** How serious a finding is; the order is from harmless to serious. */
public enum Level {
    /** As it should be. */
    OK("ok"),
    /** Works, or may work, but somebody should look at it. */
    WARNING("let op (warning)"),
    /** Must be put right before a go-live. */
    ERROR("FOUT (error)");

    private final String label;

    Level(String label) {
        this.label = label;
    }

    /** The word that stands before a finding. */
    public String label() {
        return label;
    }

    /** The more serious of the two. */
    public Level worse(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
