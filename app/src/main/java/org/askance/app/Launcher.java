package org.askance.app;

import javafx.application.Application;
import org.askance.app.cli.CommandLineMain;
import org.askance.app.work.Home;

/// Where the program starts: without arguments the window, with a command the same jobs in a terminal.
/// Does not extend `Application`: the JVM would then ask for JavaFX on the module path.
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        settle(Home.ofUser());
        if (arguments.length > 0) {
            // No window needs a core for itself.
            setIfAbsent("askance.threads", Integer.toString(Runtime.getRuntime().availableProcessors()));
            System.exit(CommandLineMain.run(arguments));
        }
        Application.launch(AskanceApp.class);
    }

    /// Tells libraries where they may write, before any of them looks.
    private static void settle(Home home) {
        setIfAbsent("DJL_CACHE_DIR", home.libraries().toString());
        setIfAbsent("ai.djl.offline", "true");
        setIfAbsent("askance.logs", home.logs().toString());
        // DJL reports usage to its makers otherwise.
        setIfAbsent("OPT_OUT_TRACKING", "true");
    }

    private static void setIfAbsent(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
