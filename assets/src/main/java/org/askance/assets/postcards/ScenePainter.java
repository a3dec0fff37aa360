package org.askance.assets.postcards;

import java.awt.Color;
import java.awt.image.BufferedImage;

/// Draws scenes.
final class ScenePainter {

    private ScenePainter() {}

    static BufferedImage paint(Scene scene, int widthPx, int heightPx) {
        var image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(Color.getHSBColor(scene.topic().ordinal() / 10f, 0.5f, 0.7f));
        g.fillRect(0, 0, widthPx, heightPx);
        g.setColor(Color.WHITE);
        switch (scene.polarity()) {
            case POSITIVE -> g.fillOval(widthPx / 4, heightPx / 4, widthPx / 2, heightPx / 2);
            case NEGATIVE -> g.fillRect(widthPx / 4, heightPx / 4, widthPx / 2, heightPx / 2);
            case NEUTRAL -> g.fillRect(widthPx / 4, heightPx / 2, widthPx / 2, heightPx / 10);
        }
        g.dispose();
        return image;
    }
}
