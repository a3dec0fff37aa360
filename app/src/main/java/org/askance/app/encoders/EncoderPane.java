package org.askance.app.encoders;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.askance.app.encoders.EncodersViewModel.Row;
import org.askance.app.encoders.EncodersViewModel.State;
import org.askance.app.text.Amounts;
import org.askance.app.text.Strings;
import org.askance.app.ui.WrappingLabel;
import org.askance.app.work.Encoders;
import org.askance.app.work.Encoders.Encoder;
import org.askance.model.told.Told;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One encoder: what it is for, how it stands, and the button that changes that. FX thread.
final class EncoderPane extends VBox {

    private final Row row;
    private final Strings strings;
    private final EncodersViewModel model;
    private final FontIcon icon = new FontIcon();
    private final Label status = new WrappingLabel("");
    private final ProgressBar progress = new ProgressBar();
    private final Button button = new Button();

    EncoderPane(Row row, EncodersViewModel model, Strings strings) {
        super(8);
        this.row = row;
        this.model = model;
        this.strings = strings;
        getStyleClass().addAll("card", "encoder");
        var title = new Label(row.encoder().title());
        title.getStyleClass().add("encoder-title");
        title.setTooltip(new Tooltip(row.encoder().repository()));
        var purpose = new WrappingLabel(purpose(row.encoder()));
        purpose.getStyleClass().add("about");
        var words = new VBox(2, title, purpose);
        HBox.setHgrow(words, Priority.ALWAYS);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId("get-" + row.encoder().title());
        var top = new HBox(16, words, button);
        top.setAlignment(Pos.CENTER_LEFT);
        status.setGraphic(icon);
        status.getStyleClass().add("encoder-status");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setMinHeight(8);
        progress.setPrefHeight(8);
        getChildren().setAll(top, progress, status);
        row.state().subscribe(this::render);
    }

    private String purpose(Encoder encoder) {
        return switch (encoder.published()) {
            case BERT -> strings.get("encoders.purpose.bert");
            case VIT_32 -> strings.get("encoders.purpose.vit32");
            case VIT_16 -> strings.get("encoders.purpose.vit16");
            case CLIP_32 -> strings.get("encoders.purpose.clip32");
            case CLIP_16 -> strings.get("encoders.purpose.clip16");
            case null -> switch (encoder.kind()) {
                case TEXT -> strings.get("encoders.text");
                case IMAGE -> strings.get("encoders.image");
                case TEACHER -> strings.get("encoders.teacher");
            };
        };
    }

    private void render(State state) {
        switch (state) {
            case State.Absent() -> {
                var published = row.encoder().published();
                show(Look.PLAIN, Feather.CLOUD, strings.get("encoders.absent",
                        Amounts.bytes(strings, published == null ? 0 : published.aboutBytes())));
                offer("action.get", published != null && Encoders.OF_THE_PAPER.contains(published));
            }
            case State.Partial(long done, long total) -> {
                show(Look.PLAIN, Feather.PAUSE, strings.get("encoders.partial", percent(done, total),
                        Amounts.bytes(strings, done), Amounts.bytes(strings, total)));
                offer("action.go.on", true);
                bar((double) done / Math.max(1, total));
            }
            case State.Running running -> {
                show(Look.PLAIN, Feather.DOWNLOAD, running(running));
                bar(running.total() == 0
                        ? ProgressBar.INDETERMINATE_PROGRESS
                        : (double) running.done() / running.total());
                button.setText(strings.get("action.stop"));
                button.getStyleClass().remove("accent");
                button.setOnAction(_ -> model.stop(row));
            }
            case State.Stopping() -> {
                show(Look.PLAIN, Feather.PAUSE, strings.get("encoders.stopping"));
                bar(ProgressBar.INDETERMINATE_PROGRESS);
                button.setDisable(true);
            }
            case State.Here(long bytes) -> {
                show(Look.GOOD, Feather.CHECK_CIRCLE, strings.get("encoders.here", Amounts.bytes(strings, bytes)));
                offer("action.check", false);
            }
            case State.Damaged(Told told) -> {
                show(Look.BAD, Feather.ALERT_TRIANGLE, strings.get("encoders.damaged", told.in(strings::told)));
                offer("action.get.again", true);
            }
            case State.Failed(Told told) -> {
                show(Look.BAD, Feather.ALERT_TRIANGLE, told.in(strings::told));
                offer("action.retry", true);
            }
        }
        button.setAccessibleText(button.getText() + ": " + row.encoder().title());
    }

    private enum Look {
        PLAIN, GOOD, BAD
    }

    private void show(Look look, Feather picture, String sentence) {
        getStyleClass().removeAll("good", "bad");
        switch (look) {
            case PLAIN -> {
            }
            case GOOD -> getStyleClass().add("good");
            case BAD -> getStyleClass().add("bad");
        }
        icon.setIconCode(picture);
        status.setText(sentence);
        progress.setVisible(false);
        progress.setManaged(false);
        button.setDisable(false);
    }

    private void offer(String key, boolean urged) {
        button.setText(strings.get(key));
        button.getStyleClass().remove("accent");
        if (urged) {
            button.getStyleClass().add("accent");
        }
        button.setOnAction(_ -> model.get(row));
    }

    private void bar(double share) {
        progress.setVisible(true);
        progress.setManaged(true);
        progress.setProgress(share);
    }

    private String running(State.Running running) {
        if (running.total() == 0) {
            return strings.get("encoders.asking");
        }
        int percent = percent(running.done(), running.total());
        String done = Amounts.bytes(strings, running.done());
        String total = Amounts.bytes(strings, running.total());
        return switch (running.phase()) {
            case FETCHING -> running.bytesPerSecond() > 0
                    ? strings.get("encoders.fetching.rate", percent, done, total,
                            Amounts.bytes(strings, Math.round(running.bytesPerSecond())),
                            Amounts.time((running.total() - running.done()) / running.bytesPerSecond()))
                    : strings.get("encoders.fetching", percent, done, total);
            case CHECKING -> strings.get("encoders.checking");
            case WAITING -> strings.get("encoders.waiting", percent, done, total);
        };
    }

    private static int percent(long done, long total) {
        return (int) (100 * done / Math.max(1, total));
    }
}
