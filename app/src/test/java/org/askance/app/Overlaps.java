package org.askance.app;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;

/// Controls that lie over one another, or that the window or the place they are in cuts at a side.
final class Overlaps {

    /// Borders may touch.
    private static final double SLACK_PX = 1.5;

    private record Seen(Node node, Bounds at) {}

    /// Where a control is: that says which sides cut it.
    private enum Room {
        WINDOW, SCROLLS_UP, SCROLLS_ALL_WAYS
    }

    private final List<Seen> seen = new ArrayList<>();
    private final List<String> found = new ArrayList<>();

    private Overlaps() {}

    /// What is scrolled out of sight counts neither as there nor as cut; what can be scrolled up and down only must not be
    /// cut at a side.
    static List<String> in(Scene scene) {
        return Fx.call(() -> {
            var overlaps = new Overlaps();
            overlaps.collect(scene.getRoot(), new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()), Room.WINDOW);
            overlaps.compare();
            return List.copyOf(overlaps.found);
        });
    }

    private void collect(Node node, Bounds room, Room kind) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        var clip = node.getClip();
        boolean clipped = clip != null && node.getStyleClass().contains("viewport");
        var here = clipped ? common(room, node.localToScene(node.getLayoutBounds())) : room;
        var within = clipped ? scrolled(node.getParent()) : kind;
        if (node instanceof Control && !(node instanceof ScrollPane) && !(node instanceof ButtonBar)) {
            see(node, here, within);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, here, within));
        }
    }

    private static Room scrolled(Parent by) {
        return by instanceof ScrollPane pane && pane.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER
                ? Room.SCROLLS_ALL_WAYS
                : Room.SCROLLS_UP;
    }

    private void see(Node node, Bounds room, Room kind) {
        var whole = node.localToScene(node.getLayoutBounds());
        if (whole.getWidth() == 0 || whole.getHeight() == 0) {
            return;
        }
        boolean beside = whole.getMinX() < room.getMinX() - SLACK_PX || whole.getMaxX() > room.getMaxX() + SLACK_PX;
        if ((beside && kind != Room.SCROLLS_ALL_WAYS)
                || (kind == Room.WINDOW && (whole.getMinY() < room.getMinY() - SLACK_PX
                        || whole.getMaxY() > room.getMaxY() + SLACK_PX))) {
            found.add("cut: " + name(node) + " at " + place(whole) + " in " + place(room));
        }
        var part = common(room, whole);
        if (part.getWidth() > SLACK_PX && part.getHeight() > SLACK_PX) {
            seen.add(new Seen(node, part));
        }
    }

    private void compare() {
        for (int i = 0; i < seen.size(); i++) {
            for (int j = i + 1; j < seen.size(); j++) {
                var both = common(seen.get(i).at, seen.get(j).at);
                if (both.getWidth() > SLACK_PX && both.getHeight() > SLACK_PX) {
                    found.add("one over the other: " + name(seen.get(i).node) + " at " + place(seen.get(i).at) + ", "
                            + name(seen.get(j).node) + " at " + place(seen.get(j).at));
                }
            }
        }
    }

    private static Bounds common(Bounds a, Bounds b) {
        double x = Math.max(a.getMinX(), b.getMinX());
        double y = Math.max(a.getMinY(), b.getMinY());
        return new BoundingBox(x, y, Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - x),
                Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - y));
    }

    private static String place(Bounds bounds) {
        return "%.0f–%.0f × %.0f–%.0f".formatted(bounds.getMinX(), bounds.getMaxX(), bounds.getMinY(),
                bounds.getMaxY());
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName() + " " + node.getId() + " '" + OneWindow.text(node) + "'";
    }
}
