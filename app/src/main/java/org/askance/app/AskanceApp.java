package org.askance.app;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;
import org.askance.app.work.Home;
import org.jspecify.annotations.Nullable;

/// The program with its window.
public final class AskanceApp extends Application {

    private @Nullable Desk desk;

    @Override
    public void start(Stage stage) {
        var built = new Desk(Home.ofUser(), stage);
        desk = built;
        built.projects().foldersOpenedBy(folder -> getHostServices().showDocument(folder.toUri().toString()));
        built.manual().linksOpenedBy(getHostServices()::showDocument);
        // The program ends with its window, even while another shows the manual.
        stage.setOnHidden(_ -> built.manual().close());
        built.start();
        var rehearsal = System.getProperty(Rehearsal.PROPERTY);
        if (rehearsal != null) {
            new Rehearsal(built, Path.of(rehearsal)).start();
        }
    }

    @Override
    public void stop() {
        if (desk != null) {
            desk.close();
        }
    }
}
