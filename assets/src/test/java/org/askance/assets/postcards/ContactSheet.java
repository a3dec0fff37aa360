package org.askance.assets.postcards;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

/// Draws sheets of many scenes to look at, by hand: `java … ContactSheet target/snapshots`.
final class ContactSheet {

    private ContactSheet() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (boolean shifted : new boolean[]{false, true}) {
            String name = shifted ? "shifted" : "train";
            save(sheet(240, 180, 3, shifted, 5), folder.resolve("postcards-" + name + ".png"));
            save(sheet(96, 96, 12, shifted, 9), folder.resolve("postcards-" + name + "-96.png"));
        }
    }

    private static BufferedImage sheet(int width, int height, int each, boolean shifted, int seed) {
        Topic[] topics = Topic.values();
        int columns = each * 3;
        var sheet = new BufferedImage(width * columns, height * topics.length, BufferedImage.TYPE_INT_RGB);
        var canvas = sheet.createGraphics();
        for (int row = 0; row < topics.length; row++) {
            for (int i = 0; i < columns; i++) {
                var scene = new Scene(topics[row], List.of(Polarity.values()).get(i / each), shifted,
                        Dice.blend(seed, row, i));
                canvas.drawImage(scene.render(width, height), i * width, row * height, null);
            }
        }
        canvas.dispose();
        return sheet;
    }

    private static void save(BufferedImage sheet, Path file) throws IOException {
        ImageIO.write(sheet, "png", file.toFile());
    }
}
