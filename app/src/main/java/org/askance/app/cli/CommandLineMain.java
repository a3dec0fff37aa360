package org.askance.app.cli;

/// The terminal's side of the program.
public final class CommandLineMain {

    private CommandLineMain() {}

    /// @return the exit code
    public static int run(String... arguments) {
        return new picocli.CommandLine(new AskanceCommand()).execute(arguments);
    }
}
