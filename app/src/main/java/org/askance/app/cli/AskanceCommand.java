package org.askance.app.cli;

import org.askance.app.work.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The program as a command; its jobs are subcommands.
@Command(name = "askance", mixinStandardHelpOptions = true, versionProvider = AskanceCommand.Versions.class, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.askance}", footer = "${bundle:cli.askance.exit}")
final class AskanceCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// Only options and no command: the window opens without arguments.
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("cli.askance.missing"));
    }

    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{"Askance " + Version.current()};
        }
    }
}
