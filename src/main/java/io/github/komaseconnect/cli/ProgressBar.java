package io.github.komaseconnect.cli;

import java.io.PrintWriter;
import java.io.Writer;

/** How far something is, on one line of a terminal that is written over. */
final class ProgressBar {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final int all;
    private int done;

    /** For so many steps. */
    ProgressBar(PrintWriter out, int all) {
        this.out = out;
        this.all = all;
    }

    /** For so many steps; shown when a person looks at a terminal, beside what the command says. */
    static ProgressBar of(Terminal terminal, int all) {
        return new ProgressBar(System.console() == null ? new PrintWriter(Writer.nullWriter()) : terminal.err(), all);
    }

    /** One step further. */
    void step() {
        done++;
        int full = all == 0 ? WIDTH : WIDTH * done / all;
        out.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + done + "/" + all);
        out.flush();
    }

    /** The line is left. */
    void end() {
        if (done > 0) {
            out.println();
            out.flush();
        }
    }
}
