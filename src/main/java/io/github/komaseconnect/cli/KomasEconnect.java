package io.github.komaseconnect.cli;

import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code komas-econnect}: where its commands come together. */
@Command(
        name = "komas-econnect",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "De koppeling tussen Komas en eConnect (the link between Komas and eConnect).",
        usageHelpAutoWidth = true,
        synopsisHeading = "Gebruik (usage): ",
        parameterListHeading = "%n",
        optionListHeading = "%nOpties (options):%n",
        commandListHeading = "%nCommando's (commands):%n")
public final class KomasEconnect implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final HomeOption home;

    @Spec
    private CommandSpec spec;

    /** The program in these surroundings. */
    public KomasEconnect(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.home = new HomeOption(surroundings);
    }

    /** Carries out a command and ends the process: 0 done, 1 something failed, 2 wrong usage or configuration. */
    public static void main(String[] args) {
        System.exit(new KomasEconnect(Surroundings.ofThisProcess()).execute(args));
    }

    /**
     * Carries out one command. Only that one is made ready where the words say plainly which it is: to prepare all of them
     * takes a noticeable part of the time of a start.
     *
     * @return the exit code of {@link #main}
     */
    public int execute(String... words) {
        Optional<String> name = commandIn(words);
        List<Object> named = commands().stream()
                .filter(command -> name.filter(nameOf(command)::equals).isPresent())
                .toList();
        return commandLine(named.isEmpty() ? commands() : named).execute(words);
    }

    private static String nameOf(Object command) {
        return command.getClass().getAnnotation(Command.class).name();
    }

    /** The first word after the home, if that was named. */
    private static Optional<String> commandIn(String... words) {
        int first = 0;
        while (first < words.length && words[first].startsWith(HomeOption.NAME)) {
            first += words[first].equals(HomeOption.NAME) ? 2 : 1;
        }
        return first < words.length ? Optional.of(words[first]) : Optional.empty();
    }

    /** The command line with all commands, ready to {@code execute}. */
    public CommandLine commandLine() {
        return commandLine(commands());
    }

    private CommandLine commandLine(List<Object> commands) {
        CommandLine line = new CommandLine(this);
        commands.forEach(line::addSubcommand);
        FailureDesk failures = new FailureDesk(surroundings.terminal());
        return line.setOut(surroundings.terminal().out())
                .setErr(surroundings.terminal().err())
                .setResourceBundle(ResourceBundle.getBundle("cli.help"))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    /** Every command, in the order of the help; each is a class with its own {@code @Command}. */
    private List<Object> commands() {
        LedgerAccess ledgers = new LedgerAccess(surroundings.clock());
        Terminal terminal = surroundings.terminal();
        OrderGiving giving = new OrderGiving(home, ledgers, new Orders(surroundings));
        return List.of(
                new InitCommand(surroundings),
                new RunCommand(surroundings, home, ledgers),
                new DemoCommand(surroundings),
                new SimulateCommand(surroundings),
                new CheckCommand(surroundings, home),
                new RefreshCommand(surroundings, home, ledgers),
                new ExplainCommand(surroundings, home),
                new RelationsCommand(surroundings, home, ledgers),
                new StatusCommand(surroundings, home, ledgers),
                new ShowCommand(terminal, home, ledgers),
                new RetryCommand(terminal, giving),
                new RerouteCommand(giving),
                new CancelCommand(giving),
                new ResolveCommand(terminal, giving),
                new RespondCommand(giving),
                new PauseCommand(giving),
                new ResumeCommand(giving),
                new GapsCommand(terminal, home, ledgers, giving),
                new AdoptCommand(giving));
    }

    /** Without a command: the help, as an error. */
    @Override
    public Integer call() {
        surroundings.terminal().complain("Geef een commando.", "Give a command.");
        spec.commandLine().usage(surroundings.terminal().err());
        return CommandFailure.USAGE;
    }
}
