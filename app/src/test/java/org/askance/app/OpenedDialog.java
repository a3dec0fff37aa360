package org.askance.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

/// A dialog, or another window beside the main one, and how a person gets to it.
record OpenedDialog(String name, Consumer<PeopleTour> opening) {

    /// All of them, but those that need work to be begun before.
    static Stream<OpenedDialog> all() {
        return Stream.of(menu("export", Projects::exportPairs), new OpenedDialog("import", OpenedDialog::dropTable),
                menu("duplicates", Projects::duplicates), menu("relink", Projects::relink),
                menu("copy", Projects::copyProject), menu("move", Projects::moveProject),
                menu("restore", projects -> projects.restoreArchive(Path.of("rainy days.zip"))),
                menu("backups", Projects::backups), menu("encoders", Projects::getEncoders),
                menu("device", Projects::device), menu("errors", Projects::errors), menu("about", Projects::about),
                key("keys", KeyCode.K, false, false), key("queues", KeyCode.L, false, true),
                key("labels", KeyCode.L, false, false), key("progress", KeyCode.T, false, true),
                new OpenedDialog("manual", tour -> PeopleTour.press(tour.scene(), KeyCode.F1)),
                key("guidelines", KeyCode.G, false, true),
                key("gold", KeyCode.G, true, true));
    }

    private static OpenedDialog menu(String name, Consumer<Projects> action) {
        return new OpenedDialog(name, tour -> Fx.run(() -> action.accept(tour.desk().projects())));
    }

    private static OpenedDialog key(String name, KeyCode code, boolean shift, boolean shortcut) {
        return new OpenedDialog(name, tour -> PeopleTour.press(tour.scene(), code, "", shift, shortcut));
    }

    private static void dropTable(PeopleTour tour) {
        try {
            var file = Files.writeString(Files.createTempFile("pairs", ".csv"),
                    "id,text,image,label,split\nA,So lovely,a.png,sarcastic,train\nB,Late again,,,\n");
            Fx.run(() -> tour.desk().projects().dropped(List.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opens it and waits for what it loads.
    ///
    /// @return its windows' contents; the main window's if it has none of its own
    List<Scene> open(PeopleTour tour) {
        opening.accept(tour);
        tour.idle();
        var scenes = Fx.call(() -> Window.getWindows().stream().filter(Window::isShowing).map(Window::getScene)
                .filter(scene -> scene.getRoot() instanceof DialogPane).toList());
        return scenes.isEmpty() ? List.of(tour.scene()) : scenes;
    }

    @Override
    public String toString() {
        return name;
    }
}
