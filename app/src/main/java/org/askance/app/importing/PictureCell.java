package org.askance.app.importing;

import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import org.askance.app.text.Strings;
import org.askance.app.ui.Jobs.RunningJob;
import org.askance.app.ui.Pictures;
import org.askance.storage.exchange.Preview;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row's picture, small; decoded in the background once the row is in sight. FX thread.
final class PictureCell extends TableCell<Preview.Row, Preview.Row> {

    private static final int SIZE_PX = 56;
    private static final double HEIGHT_PX = 34;

    private final Pictures pictures;
    private final Strings strings;
    private final ImageView view = new ImageView();
    private RunningJob loading = RunningJob.NONE;

    PictureCell(Pictures pictures, Strings strings) {
        this.pictures = pictures;
        this.strings = strings;
        setAlignment(Pos.CENTER);
        view.setPreserveRatio(true);
        view.setFitHeight(HEIGHT_PX);
    }

    @Override
    protected void updateItem(Preview.@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        loading.cancel();
        setGraphic(null);
        setTooltip(null);
        var file = empty || row == null ? null : row.image();
        if (file != null) {
            loading = pictures.load(file, SIZE_PX, this::show);
        }
    }

    private void show(Pictures.Picture picture) {
        switch (picture) {
            case Pictures.Picture.Decoded(var image) -> {
                view.setImage(image);
                setGraphic(view);
            }
            case Pictures.Picture.Unreadable(var told) -> {
                var broken = new FontIcon(Feather.IMAGE);
                broken.getStyleClass().add("import-broken");
                setGraphic(broken);
                setTooltip(new Tooltip(told.in(strings::told)));
            }
        }
    }
}
