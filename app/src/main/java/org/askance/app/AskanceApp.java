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
        desk = new Desk(Home.ofUser(), stage);
        desk.projects().foldersOpenedBy(folder -> getHostServices().showDocument(folder.toUri().toString()));
        desk.start();
        var rehearsal = System.getProperty(Rehearsal.PROPERTY);
        if (rehearsal != null) {
            new Rehearsal(desk, Path.of(rehearsal)).start();
        }
    }

    @Override
    public void stop() {
        if (desk != null) {
            desk.close();
        }
    }
}
