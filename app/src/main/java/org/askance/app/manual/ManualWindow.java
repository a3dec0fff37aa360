package org.askance.app.manual;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.askance.app.text.Strings;
import org.askance.app.ui.ManualPage;
import org.jspecify.annotations.Nullable;

/// A window beside the program's own, which stays open while one works. FX thread.
public final class ManualWindow {

    private static final double WIDTH = 980;
    private static final double HEIGHT = 740;
    private static final double LEAST_WIDTH = 560;
    private static final double LEAST_HEIGHT = 420;

    private final Stage owner;
    private final ManualViewModel model;
    private final Strings strings;
    private @Nullable Stage stage;

    public ManualWindow(Stage owner, ManualViewModel model, Strings strings) {
        this.owner = owner;
        this.model = model;
        this.strings = strings;
    }

    /// Shows `page`, in front.
    ///
    /// @param from where it was asked for
    public void show(ManualPage page, Window from) {
        model.open(page);
        var shown = stage;
        if (shown != null && shown.isShowing() && !(from instanceof Stage asking && isModal(asking))) {
            shown.toFront();
            shown.requestFocus();
            return;
        }
        // A modal dialog takes the input of all windows that were there before it.
        Optional.ofNullable(shown).ifPresent(Stage::hide);
        stage = open(shown);
    }

    private static boolean isModal(Stage window) {
        return window.getModality() != Modality.NONE;
    }

    private Stage open(@Nullable Stage before) {
        var opened = new Stage();
        opened.setTitle(strings.get("manual.title"));
        opened.getIcons().setAll(owner.getIcons().toArray(Image[]::new));
        var view = new ManualView(model, strings, opened::close);
        opened.setScene(new Scene(view, before == null ? WIDTH : before.getScene().getWidth(),
                before == null ? HEIGHT : before.getScene().getHeight()));
        opened.setMinWidth(LEAST_WIDTH);
        opened.setMinHeight(LEAST_HEIGHT);
        if (before != null) {
            opened.setX(before.getX());
            opened.setY(before.getY());
        }
        opened.setOnHidden(_ -> view.leave());
        opened.show();
        return opened;
    }

    /// The program ends.
    public void close() {
        if (stage != null) {
            stage.hide();
        }
    }
}
