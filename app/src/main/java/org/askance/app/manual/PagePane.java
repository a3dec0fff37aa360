package org.askance.app.manual;

import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.askance.app.manual.ManualViewModel.Place;
import org.askance.app.manual.ManualViewModel.State;
import org.askance.app.ui.markdown.MarkdownView;
import org.jspecify.annotations.Nullable;

/// The page that is read. Space and the page keys scroll it, Tab goes from link to link. FX thread.
final class PagePane extends ScrollPane {

    private static final double LINE_PX = 48;

    private final MarkdownView markdown;
    private Map<String, PictureSize> pictures = Map.of();
    private @Nullable Place shown;

    PagePane(ManualViewModel model) {
        markdown = new MarkdownView(new PageTargets(model::follow,
                path -> Optional.ofNullable(pictures.get(path)), widthProperty()));
        setId("manual-page");
        setContent(markdown);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(true);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void show(State.Reading reading) {
        if (reading.place().equals(shown)) {
            return;
        }
        pictures = reading.manual().pictures();
        if (shown == null || shown.page() != reading.place().page()) {
            var page = reading.manual().page(reading.place().page());
            markdown.show(page.parsed());
            markdown.setAccessibleText(page.title());
            setVvalue(0);
        }
        shown = reading.place();
        String anchor = reading.place().anchor();
        if (anchor.isEmpty()) {
            setVvalue(0);
        } else {
            // Headings have no place before they are laid out.
            Platform.runLater(() -> markdown.heading(anchor).ifPresent(this::reveal));
        }
    }

    private void reveal(Node node) {
        applyCss();
        layout();
        scrollTo(top(node));
    }

    private double top(Node node) {
        Bounds within = markdown.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        return within.getMinY();
    }

    private void scrollTo(double y) {
        double room = markdown.getHeight() - getViewportBounds().getHeight();
        setVvalue(room <= 0 ? 0 : Math.clamp(y / room, 0, 1));
    }

    private double y() {
        return getVvalue() * Math.max(0, markdown.getHeight() - getViewportBounds().getHeight());
    }

    private void pressed(KeyEvent event) {
        double screen = getViewportBounds().getHeight() - LINE_PX;
        boolean onPage = event.getTarget() == this;
        boolean taken = !event.isAltDown() && !event.isShortcutDown();
        if (taken) {
            switch (event.getCode()) {
                case DOWN -> scrollTo(y() + LINE_PX);
                case UP -> scrollTo(y() - LINE_PX);
                case PAGE_DOWN -> scrollTo(y() + screen);
                case PAGE_UP -> scrollTo(y() - screen);
                case HOME -> scrollTo(0);
                case END -> setVvalue(1);
                default -> taken = onPage && event.getCode() == KeyCode.SPACE;
            }
        }
        if (taken) {
            if (event.getCode() == KeyCode.SPACE) {
                scrollTo(event.isShiftDown() ? y() - screen : y() + screen);
            }
            event.consume();
        }
    }
}
