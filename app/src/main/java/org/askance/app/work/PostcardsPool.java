package org.askance.app.work;

import java.util.stream.IntStream;
import org.askance.assets.postcards.Postcards;
import org.askance.assets.postcards.Scene;
import org.askance.model.input.ImageShape;
import org.askance.model.input.RgbImage;
import org.askance.model.training.TeacherTraining;

/// Scenes for the teacher to learn from, none of them in the dataset: drawn once, at the size on disk, and
/// kept at the size that the network sees.
final class PostcardsPool implements TeacherTraining.Source {

    private final long seed;
    private final RgbImage[] pictures;

    private PostcardsPool(long seed, RgbImage[] pictures) {
        this.seed = seed;
        this.pictures = pictures;
    }

    /// Draws `count` scenes on all cores; 28 kB each at 96 pixels.
    static PostcardsPool draw(int count, long seed, ImageShape shape) {
        var pictures = IntStream.range(0, count).parallel()
                .mapToObj(i -> shape.fit(rgb(Postcards.poolScene(seed, i)))).toArray(RgbImage[]::new);
        return new PostcardsPool(seed, pictures);
    }

    static RgbImage rgb(Scene scene) {
        var image = scene.render(Scene.WIDTH_PX, Scene.HEIGHT_PX);
        int[] packed = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var rgb = new byte[3 * packed.length];
        for (int i = 0; i < packed.length; i++) {
            rgb[3 * i] = (byte) (packed[i] >> 16);
            rgb[3 * i + 1] = (byte) (packed[i] >> 8);
            rgb[3 * i + 2] = (byte) packed[i];
        }
        return new RgbImage(image.getWidth(), image.getHeight(), rgb);
    }

    @Override
    public int size() {
        return pictures.length;
    }

    @Override
    public RgbImage picture(int index) {
        return pictures[index];
    }

    @Override
    public String caption(int index, int round) {
        return Postcards.poolScene(seed, index).caption(round);
    }
}
