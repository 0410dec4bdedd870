package io.github.komaseconnect.cli;

import io.github.komaseconnect.ledger.LedgerUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong with a command, never with a stack trace, and with what exit code it ends. */
final class FailureDesk implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailureDesk.class);

    private final Terminal terminal;

    FailureDesk(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        String help = "komas-econnect " + path(wrong.getCommandLine()) + "--help";
        terminal.complain(
                "Onjuist gebruik: " + dutch(wrong) + ". Zie: " + help,
                "Wrong usage: " + withoutFullStop(wrong.getMessage()) + ". See: " + help);
        return CommandFailure.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        LOG.debug("command failed", failure);
        if (failure instanceof CommandFailure told) {
            terminal.complain(told.dutch(), told.english());
            return told.exitCode();
        }
        if (failure instanceof LedgerUnavailableException unavailable) {
            CommandFailure told = LedgerAccess.unavailable(unavailable);
            terminal.complain(told.dutch(), told.english());
            return told.exitCode();
        }
        String what = failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        terminal.complain(
                "Er ging iets onverwachts mis: " + what
                        + ". Meer zeggen de meldingen met JAVA_OPTS=-Dkomas.log.level=DEBUG; geef die aan uw beheerder.",
                "Something unexpected went wrong: " + what
                        + ". JAVA_OPTS=-Dkomas.log.level=DEBUG shows more; give that to your administrator.");
        return CommandFailure.FAILED;
    }

    private static String path(CommandLine command) {
        return command.getParent() == null ? "" : command.getCommandName() + " ";
    }

    private static String dutch(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String words = String.join(" ", unmatched.getUnmatched());
            String nearest = unmatched.getSuggestions().stream()
                    .findFirst()
                    .map(word -> "; bedoelt u " + word + "?")
                    .orElse("");
            return (unmatched.isUnknownOption() ? "de optie " + words + " bestaat niet" : words + " hoort hier niet")
                    + nearest;
        }
        if (wrong instanceof MissingParameterException missing) {
            return "er ontbreekt iets: "
                    + withoutFullStop(missing.getMessage()).replaceFirst("^Missing required [^:]*: ?", "");
        }
        if (wrong instanceof MutuallyExclusiveArgsException || wrong instanceof OverwrittenOptionException) {
            return "opties die niet samengaan";
        }
        return "een waarde klopt niet" + (wrong.getValue() == null ? "" : ": " + wrong.getValue());
    }

    private static String withoutFullStop(String message) {
        String text = String.valueOf(message)
                .replaceAll("\\s+", " ")
                .replaceFirst("^Error: ", "")
                .strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
