package org.askance.app;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TableView;
import javax.imageio.ImageIO;
import org.askance.app.report.ChangeLine;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.ExampleRow;

/// The real import dialog over files that a test writes.
final class ImportTour implements AutoCloseable {

    private final Path folder;
    private final OneWindow window;

    /// @param folder gets a project `p` and the files
    ImportTour(Path folder) {
        this.folder = folder;
        Project.create(folder.resolve("p"), "Rainy days").close();
        window = new OneWindow(folder.resolve("home"));
        window.open(folder.resolve("p"));
    }

    OneWindow window() {
        return window;
    }

    Path file(String name, String... lines) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }

    void picture(String name, int rgb) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        var image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(rgb));
        pen.fillRect(0, 0, 160, 120);
        pen.setColor(Color.WHITE);
        pen.fillOval(rgb % 90, 20, 60, 60);
        pen.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    DialogPane look(Path source) {
        Fx.run(() -> window.desk().projects().incoming().importPairs(source));
        var dialog = window.dialog("importing");
        Fx.until(() -> dialog.lookup("#import-preview") != null || dialog.lookup(".import-trouble") != null);
        Fx.frames();
        return dialog;
    }

    static <T extends Node> T find(DialogPane dialog, String selector, Class<T> type) {
        return type.cast(Objects.requireNonNull(Fx.call(() -> dialog.lookup(selector)), selector));
    }

    static String guess(DialogPane dialog) {
        return OneWindow.text(find(dialog, "#import-guess", Node.class));
    }

    static int rows(DialogPane dialog) {
        return find(dialog, "#import-preview", TableView.class).getItems().size();
    }

    /// Goes through with it, and gives the report.
    static String imported(DialogPane dialog) {
        OneWindow.press(dialog, "#import-start");
        Fx.until(() -> dialog.lookup("#import-report") != null);
        Fx.frames();
        return OneWindow.text(find(dialog, "#import-report", Node.class));
    }

    List<ExampleRow> pairs() {
        var examples = window.workspace().project().examples();
        return examples.rows(examples.ids(ExampleFilter.ALL));
    }

    @SuppressWarnings("unchecked") // what the box holds
    static <T> void choose(DialogPane dialog, String selector, T value) {
        var box = (ComboBox<T>) find(dialog, selector, ComboBox.class);
        Fx.run(() -> box.setValue(value));
    }

    @SuppressWarnings("unchecked") // what the table holds
    static List<ChangeLine> changes(DialogPane dialog) {
        return (List<ChangeLine>) find(dialog, "#import-changes", TableView.class).getItems();
    }

    @Override
    public void close() {
        window.close();
    }
}
