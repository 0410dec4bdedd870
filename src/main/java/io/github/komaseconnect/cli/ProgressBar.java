package io.github.komaseconnect.cli;

import java.io.PrintWriter;

/** How far something is, on one line of a terminal that is written over; nothing where there is no terminal. */
final class ProgressBar {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean shown;
    private final int all;
    private int done;

    private ProgressBar(PrintWriter out, boolean shown, int all) {
        this.out = out;
        this.shown = shown;
        this.all = all;
    }

    /** For so many steps; shown when a person looks at a terminal. */
    static ProgressBar of(Terminal terminal, int all) {
        return new ProgressBar(terminal.err(), System.console() != null, all);
    }

    /** One step further. */
    void step() {
        done++;
        if (shown) {
            int full = all == 0 ? WIDTH : WIDTH * done / all;
            out.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + done + "/" + all);
            out.flush();
        }
    }

    /** The line is left. */
    void end() {
        if (shown && done > 0) {
            out.println();
        }
    }
}
