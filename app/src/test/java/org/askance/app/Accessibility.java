package org.askance.app;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;

/// What people who use a screen reader, or no mouse, meet in a window.
final class Accessibility {

    /// Around a control that shows its focus outside itself.
    private static final int RING_PX = 3;
    /// Of a line around it, so much must be another at a glance: a part of it may lie beyond what is scrolled.
    private static final double LEAST = 0.7;
    private static final int MOST_STOPS = 200;

    private Accessibility() {}

    /// Controls that the keyboard reaches and of which a screen reader would not know what they are, as paths.
    static List<String> nameless(Scene scene) {
        return Fx.call(() -> {
            var found = new ArrayList<String>();
            var named = new ArrayList<Node>();
            labelled(scene.getRoot(), named);
            collect(scene.getRoot(), named, found);
            return found;
        });
    }

    private static void labelled(Node node, List<Node> named) {
        if (node instanceof Label label && label.getLabelFor() != null && !label.getText().isBlank()) {
            named.add(label.getLabelFor());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> labelled(child, named));
        }
    }

    private static void collect(Node node, List<Node> named, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable() || node instanceof Spinner<?> || node instanceof ButtonBase) {
            if (node.getAccessibleRole() == AccessibleRole.NODE || node.getAccessibleRole() == AccessibleRole.PARENT) {
                found.add("role of " + path(node));
            }
            if (!named.contains(node) && name(node).isBlank()) {
                found.add("name of " + path(node));
            }
        }
        // A spinner speaks for its field.
        if (node instanceof Parent parent && !(node instanceof Spinner<?>)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, named, found));
        }
    }

    /// What is typed into a field is its value, not its name.
    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        if (node instanceof TextInputControl) {
            return "";
        }
        return Optional.ofNullable(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)).map(Object::toString)
                .orElse("");
    }

    private static String path(Node node) {
        var parent = node.getParent();
        String own = node.getClass().getSimpleName() + (node.getId() == null ? "" : "#" + node.getId())
                + String.join("", node.getStyleClass().stream().map(style -> "." + style).toList());
        return parent == null ? own : parent.getClass().getSimpleName() + " > " + own;
    }

    /// Goes round by Tab, and tells where nothing in the picture says that the focus is there, and what it never
    /// comes to.
    static List<String> badFocus(Scene scene) {
        var bad = new ArrayList<String>();
        var visited = new LinkedHashSet<Node>();
        PeopleTour.press(scene, KeyCode.TAB);
        for (int i = 0; i < MOST_STOPS; i++) {
            Node focused = Fx.call(scene::getFocusOwner);
            if (focused == null || !visited.add(focused)) {
                break;
            }
            var with = shot(scene, focused);
            PeopleTour.press(scene, KeyCode.TAB);
            if (focused.equals(Fx.call(scene::getFocusOwner))) {
                // A text of several lines keeps Tab for itself.
                PeopleTour.press(scene, KeyCode.TAB, "", true);
            }
            boolean alone = focused.equals(Fx.call(scene::getFocusOwner));
            if (alone) {
                Fx.run(scene.getRoot()::requestFocus);
            }
            double seen = Apart.pixels(with, shot(scene, focused));
            double line = Fx.call(() -> around(focused));
            if (seen < LEAST * line) {
                bad.add("focus of %s: %.2f".formatted(path(focused), seen / line));
            }
            if (alone) {
                break;
            }
        }
        Fx.run(() -> unreached(scene.getRoot(), visited, bad));
        return bad;
    }

    /// Tab comes to one of a group, arrows go on from there.
    private static boolean byArrows(Toggle toggle, Set<Node> visited) {
        return toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getToggles().stream().anyMatch(visited::contains);
    }

    /// The picture of `around` and a little more.
    private static BufferedImage shot(Scene scene, Node around) {
        return Fx.call(() -> {
            var bounds = around.localToScene(around.getLayoutBounds());
            var viewed = new SnapshotParameters();
            viewed.setViewport(new Rectangle2D(bounds.getMinX() - RING_PX, bounds.getMinY() - RING_PX,
                    bounds.getWidth() + 2 * RING_PX, bounds.getHeight() + 2 * RING_PX));
            return SwingFXUtils.fromFXImage(scene.getRoot().snapshot(viewed, null), null);
        });
    }

    /// Pixels of a line around it. Of tabs, one has the focus.
    static double around(Node node) {
        var part = node instanceof TabPane ? node.lookup(".tab:selected") : node;
        return 2 * (part.getLayoutBounds().getWidth() + part.getLayoutBounds().getHeight());
    }

    private static void unreached(Node node, Set<Node> visited, List<String> bad) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node instanceof Control && node.isFocusTraversable() && !visited.contains(node)
                && !(node instanceof Toggle toggle && byArrows(toggle, visited))) {
            bad.add("no way to " + path(node));
        }
        if (node instanceof Parent parent && !(node instanceof Spinner<?>)) {
            parent.getChildrenUnmodifiable().forEach(child -> unreached(child, visited, bad));
        }
    }
}
