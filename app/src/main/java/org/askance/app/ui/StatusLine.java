package org.askance.app.ui;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.askance.app.text.Strings;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line below: running jobs with progress and a way to stop them, what failed, and the device with its reason.
final class StatusLine {

    private final Strings strings;
    private final StatusBar bar = new StatusBar();
    private final FxJobs jobs;

    /// @param openDevice shows the dialog about the device
    /// @param openErrors shows what failed
    StatusLine(Strings strings, ProjectContext context, FxJobs jobs, ErrorList errors, Runnable openDevice,
            Runnable openErrors) {
        this.strings = strings;
        this.jobs = jobs;
        bar.getRightItems().addAll(failed(errors, openErrors), device(context, openDevice));
        // It answers to no key itself.
        bar.setFocusTraversable(false);
        jobs.visible().addListener((ListChangeListener<FxJobs.Shown>) _ -> render());
        render();
    }

    /// There once something failed.
    private Node failed(ErrorList errors, Runnable open) {
        var button = new Button("", new FontIcon(Feather.ALERT_TRIANGLE));
        button.setId("status-errors");
        button.getStyleClass().addAll("flat", "small", "failed");
        button.setTooltip(new Tooltip(strings.get("error.open")));
        button.setOnAction(_ -> open.run());
        var count = Bindings.size(errors.entries());
        button.textProperty().bind(Bindings.createStringBinding(
                () -> strings.get(errors.unseen().get() > 0 ? "error.count.new" : "error.count", count.get()), count,
                errors.unseen()));
        button.visibleProperty().bind(count.greaterThan(0));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Node device(ProjectContext context, Runnable openDevice) {
        var device = new Button();
        device.setId("device");
        device.getStyleClass().addAll("flat", "small", "device");
        device.setTooltip(new Tooltip(strings.get("device.open")));
        device.setOnAction(_ -> openDevice.run());
        device.textProperty().bind(Bindings.createStringBinding(() -> {
            var info = context.device().get();
            return info != null
                    ? strings.get("device.is", info.name(), info.why().in(strings::told))
                    : strings.get(context.deviceFailed().get() ? "device.none" : "device.loading");
        }, context.device(), context.deviceFailed()));
        device.graphicProperty().bind(Bindings.createObjectBinding(() -> {
            var info = context.device().get();
            boolean warns = context.deviceFailed().get() || (info != null && info.unusedCards());
            var icon = new FontIcon(warns ? Feather.ALERT_TRIANGLE : Feather.CPU);
            icon.getStyleClass().add(warns ? "device-warns" : "device-icon");
            return icon;
        }, context.device(), context.deviceFailed()));
        return device;
    }

    Node node() {
        return bar;
    }

    private void render() {
        bar.getLeftItems().setAll(jobs.visible().stream().map(this::job).toList());
        bar.setText(jobs.visible().isEmpty() ? strings.get("status.ready") : "");
    }

    private Node job(FxJobs.Shown job) {
        var title = new Label();
        title.textProperty().bind(Bindings.createStringBinding(
                () -> job.cancelling().get() ? strings.get("status.cancelling", job.title().get()) : job.title().get(),
                job.cancelling(), job.title()));
        var progress = new ProgressBar();
        progress.progressProperty().bind(job.progress());
        var cancel = new Button("", new FontIcon(Feather.X));
        cancel.getStyleClass().addAll("flat", "small", "button-icon");
        cancel.setAccessibleText(strings.get("action.cancel"));
        cancel.disableProperty().bind(job.cancelling());
        cancel.setOnAction(_ -> job.cancel());
        var box = new HBox(8, title, progress, cancel);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
