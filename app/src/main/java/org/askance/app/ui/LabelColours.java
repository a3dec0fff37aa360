package org.askance.app.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.askance.storage.annotation.TaskDefinition;

/// The colours that labels have wherever they are shown. Colour is never the only sign: a name always stands beside it.
public final class LabelColours {

    /// Found by a search over sRGB for the largest least distance (CIEDE2000) among these and [#NONE], as usual,
    /// protanope, deuteranope and tritanope eyes see them (Machado, Oliveira, Fernandes 2009), among colours that have
    /// a contrast of 3:1 both to white and to the dark theme's background; `LabelColoursTest` measures it.
    public static final List<String> PALETTE = List.of("#3ca578", "#e17800", "#a578ff", "#d2000f", "#0f7869", "#a50fc3",
            "#b42d5a", "#876996");

    /// For what has no label.
    public static final String NONE = "#8a8f98";

    private static final double SIZE_PX = 10;

    private LabelColours() {}

    /// A label's own colour, or that of its place.
    ///
    /// @param index of the label in `task`
    public static String of(TaskDefinition task, int index) {
        String own = task.labels().get(index).colour();
        return own == null ? PALETTE.get(index % PALETTE.size()) : own.toLowerCase(Locale.ROOT);
    }

    /// By name; empty for a label that the task does not offer.
    public static Optional<String> of(TaskDefinition task, String label) {
        int index = task.labelNames().indexOf(label);
        return index < 0 ? Optional.empty() : Optional.of(of(task, index));
    }

    /// Without transparency.
    public static int rgb(String colour) {
        return Integer.parseInt(colour.substring(1), 16);
    }

    /// A small square to stand before a label's name.
    public static Node swatch(String colour) {
        return swatch(colour, SIZE_PX, SIZE_PX);
    }

    public static Node swatch(String colour, double width, double height) {
        var square = new Rectangle(width, height, Color.web(colour));
        square.setArcWidth(4);
        square.setArcHeight(4);
        square.setUserData(colour);
        return square;
    }
}
