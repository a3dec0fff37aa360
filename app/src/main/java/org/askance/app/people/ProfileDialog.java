package org.askance.app.people;

import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.askance.app.text.Strings;
import org.askance.app.ui.Dialogs;
import org.askance.app.ui.ManualPage;
import org.askance.app.ui.WrappingLabel;

/// Asks for a person's name until it is one that nobody else has. FX thread.
final class ProfileDialog {

    private static final double WIDTH = 420;
    private static final int LONGEST = 80;

    private final Strings strings;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final TextField name;
    private final Label trouble = new WrappingLabel("");
    private final Button ok;

    /// @param title key in the strings
    /// @param doing key in the strings, of the button
    /// @param old   the name so far
    ProfileDialog(Window owner, Strings strings, String title, String doing, String old) {
        this.strings = strings;
        dialog.initOwner(owner);
        dialog.setTitle(strings.get(title));
        var doingIt = new ButtonType(strings.get(doing), ButtonBar.ButtonData.OK_DONE);
        var pane = dialog.getDialogPane();
        Dialogs.openWhole(pane);
        pane.getButtonTypes().setAll(doingIt, ButtonType.CANCEL);
        pane.getStylesheets().add(
                Objects.requireNonNull(ProfileDialog.class.getResource("people.css")).toExternalForm());
        pane.getStyleClass().add("profile");
        ManualPage.PEOPLE.mark(pane);
        name = new TextField(old);
        name.setId("people-name");
        var label = new Label(strings.get("people.name"));
        label.setLabelFor(name);
        trouble.getStyleClass().add("trouble");
        trouble.managedProperty().bind(trouble.visibleProperty());
        trouble.setVisible(false);
        var all = new VBox(8, label, name, trouble);
        all.getStyleClass().add("profile-all");
        all.setPrefWidth(WIDTH);
        pane.setContent(all);
        ok = (Button) pane.lookupButton(doingIt);
        ok.setId("people-ok");
        name.textProperty().subscribe(text -> {
            trouble.setVisible(false);
            ok.setDisable(text.isBlank() || text.strip().length() > LONGEST || text.strip().equals(old));
        });
    }

    /// Shows it; it stays until `change` has said that the name was free.
    void ask(BiConsumer<String, ProfilesViewModel.Ending> change) {
        ok.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            String chosen = name.getText().strip();
            change.accept(chosen, new ProfilesViewModel.Ending() {
                @Override
                public void done() {
                    dialog.close();
                }

                @Override
                public void taken() {
                    trouble.setText(strings.get("people.taken", chosen));
                    trouble.setVisible(true);
                    dialog.getDialogPane().getScene().getWindow().sizeToScene();
                }
            });
        });
        dialog.show();
        name.requestFocus();
        name.selectAll();
    }
}
