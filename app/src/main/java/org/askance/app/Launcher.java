package org.askance.app;

import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import org.askance.app.cli.CommandLineMain;
import org.askance.app.text.Strings;
import org.askance.app.work.Home;

/// Where the program starts: without arguments the window, with a command the same jobs in a terminal.
/// Does not extend `Application`: the JVM would then ask for JavaFX on the module path.
public final class Launcher {

    /// Both held here, or they would be collected with what is set of them.
    private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

    /// Says how it computes, which nobody asked.
    private static final Logger PARQUET_LOG = Logger.getLogger("dev.hardwood");

    private Launcher() {}

    public static void main(String[] arguments) {
        settle(Home.ofUser());
        PARQUET_LOG.setLevel(Level.WARNING);
        if (arguments.length > 0) {
            // No window needs a core for itself.
            setIfAbsent("askance.threads", Integer.toString(Runtime.getRuntime().availableProcessors()));
            System.exit(CommandLineMain.run(arguments));
        }
        // The class path is meant: DJL has no modules.
        JAVAFX_LOG.setFilter(line -> !line.getMessage().startsWith("Unsupported JavaFX configuration"));
        try {
            Application.launch(AskanceApp.class);
        } catch (UnsupportedOperationException e) {
            // JavaFX says so when there is nothing to draw on.
            System.err.println(Strings.english().get("start.no.display", String.valueOf(e.getMessage())));
            System.exit(1);
        }
    }

    /// Tells libraries where they may write, before any of them looks.
    private static void settle(Home home) {
        setIfAbsent("DJL_CACHE_DIR", home.libraries().toString());
        setIfAbsent("ai.djl.offline", "true");
        // That a thread logged while another was still finding the log is nothing to tell people in a terminal.
        setIfAbsent("slf4j.internal.verbosity", "ERROR");
        setIfAbsent("askance.logs", home.logs().toString());
        // DJL reports usage to its makers otherwise.
        setIfAbsent("OPT_OUT_TRACKING", "true");
        // Encoders are fetched through the proxy that the desktop's settings name.
        setIfAbsent("java.net.useSystemProxies", "true");
    }

    private static void setIfAbsent(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
