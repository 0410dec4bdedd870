package io.github.komaseconnect.cli;

/** Ends a command with an exit code and a text that says what is wrong and what to do, Dutch first. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The command was used rightly, and what it was to do did not succeed. */
    public static final int FAILED = 1;

    /** Wrong usage or wrong configuration. */
    public static final int USAGE = 2;

    private final int exitCode;
    private final String dutch;

    private CommandFailure(int exitCode, String dutch, String english, Throwable cause) {
        super(english, cause);
        this.exitCode = exitCode;
        this.dutch = dutch;
    }

    /** Something failed. */
    public static CommandFailure failed(String dutch, String english) {
        return new CommandFailure(FAILED, dutch, english, null);
    }

    /** Something failed because of {@code cause}, which is for the log and not shown to the user. */
    public static CommandFailure failed(String dutch, String english, Throwable cause) {
        return new CommandFailure(FAILED, dutch, english, cause);
    }

    /** Wrong usage or configuration. */
    public static CommandFailure usage(String dutch, String english) {
        return new CommandFailure(USAGE, dutch, english, null);
    }

    /** What the process is to end with. */
    public int exitCode() {
        return exitCode;
    }

    /** The text in Dutch. */
    public String dutch() {
        return dutch;
    }

    /** The text in English. */
    public String english() {
        return getMessage();
    }
}
