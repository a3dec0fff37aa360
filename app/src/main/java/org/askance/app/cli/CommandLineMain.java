package org.askance.app.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.askance.app.error.ErrorReporter;
import org.askance.app.text.Language;
import org.askance.app.text.Strings;
import org.askance.app.ui.Preferences;
import org.askance.app.work.Home;
import picocli.CommandLine;

/// The terminal's side of the program. What a command gives goes to standard output, what it tells on the
/// way to standard error. Exit codes: 0 done, 1 failed, 2 wrong usage, 130 stopped by Ctrl+C.
public final class CommandLineMain {

    static final String BUNDLE = "org.askance.app.text.messages";

    private static final int FAILED = 1;
    private static final int STOPPED = 130;

    private CommandLineMain() {}

    /// Speaks the language that was chosen in the window, or else the system's.
    ///
    /// @return the exit code
    public static int run(String... arguments) {
        var out = System.out;
        var err = System.err;
        var home = Home.ofUser();
        var language = Language.of(new Preferences(home.preferences()).get(Preferences.LANGUAGE, ""));
        var terminal = new Terminal(Strings.in(language), home,
                new PrintWriter(out, true, out.charset()),
                new PrintWriter(err, true, err.charset()),
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
        // Ctrl+C ends the JVM once this hook returns: until then the job may finish its batch.
        var hook = Thread.ofPlatform().unstarted(terminal::stop);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return run(terminal, arguments);
        } finally {
            terminal.ended();
        }
    }

    /// As [#run(String...)] with a terminal of the caller's.
    static int run(Terminal terminal, String... arguments) {
        return command(terminal).execute(arguments);
    }

    /// All commands, with what they are given and where they speak.
    static CommandLine command(Terminal terminal) {
        var command = new CommandLine(new AskanceCommand());
        for (Callable<Integer> each : List.<Callable<Integer>>of(new PostcardsCommand(terminal),
                new ImportCommand(terminal), new RelinkCommand(terminal), new ScoreCommand(terminal),
                new TrainCommand(terminal),
                new EvaluateCommand(terminal), new ExportCommand(terminal), new FindCommand(terminal),
                new ArchiveCommand(terminal),
                new RestoreArchiveCommand(terminal), new BackupsCommand(terminal),
                new RestoreBackupCommand(terminal), new UnfinishedCommand(terminal), new ReproduceCommand(terminal),
                new DevicesCommand(terminal))) {
            command.addSubcommand(each);
        }
        command.addSubcommand(new CommandLine(new EncodersCommand()).addSubcommand(new EncodersListCommand(terminal))
                .addSubcommand(new EncodersGetCommand(terminal)));
        command.setResourceBundle(terminal.strings().bundle());
        command.setOut(terminal.out()).setErr(terminal.err());
        command.setUsageHelpAutoWidth(true);
        command.setParameterExceptionHandler((wrong, _) -> misunderstood(terminal, wrong));
        command.setExecutionExceptionHandler((failure, _, _) -> failed(terminal, failure));
        return command;
    }

    /// The reason and where to read on: the whole usage would push the reason out of sight.
    private static int misunderstood(Terminal terminal, CommandLine.ParameterException wrong) {
        terminal.say(new Misunderstood(terminal.strings()).sentence(wrong));
        terminal.tell("cli.help", wrong.getCommandLine().getCommandSpec().qualifiedName());
        return wrong.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int failed(Terminal terminal, Exception failure) {
        terminal.endProgress();
        if (failure instanceof CancellationException) {
            terminal.tell("cli.stopped");
            return STOPPED;
        }
        new ErrorReporter(terminal.strings(), Clock.systemUTC(), report -> {
            terminal.say(report.sentence());
            terminal.tell("cli.failed", report.code(), terminal.home().logs().resolve("askance.log"));
        }).report(failure);
        return FAILED;
    }
}
