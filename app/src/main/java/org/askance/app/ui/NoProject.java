package org.askance.app.ui;

import javafx.scene.control.Button;
import org.askance.app.text.Strings;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a view says while no project is open: why that is so, and what can be done. FX thread.
public final class NoProject {

    private NoProject() {}

    /// @param damage of the project that would be open; `null` if none would
    public static Message message(ProjectContext.@Nullable Damage damage, Strings strings, Navigator navigator) {
        if (damage == null) {
            return new Message(Feather.FOLDER, strings.get("project.closed"), strings.get("project.closed.how"));
        }
        var backups = new Button(strings.get("project.damaged.backups"));
        backups.setOnAction(_ -> navigator.backups());
        return new Message(Feather.ALERT_TRIANGLE, strings.get("project.damaged.title", damage.name()),
                strings.get("project.damaged.how", damage.sentence())).with(backups);
    }
}
