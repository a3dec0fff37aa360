package org.askance.app.cli;

import picocli.CommandLine.Command;

/// The commands.
@Command(name = "askance", mixinStandardHelpOptions = true, description = "Sarcasm and sentiment in image–tweet pairs. Without a command the window opens.")
final class AskanceCommand {}
