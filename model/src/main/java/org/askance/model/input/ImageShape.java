package org.askance.model.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// How a picture becomes a network's input: resizing, then `(value/255 − mean) / std` per channel.
///
/// @param size edge of the square, in pixels
/// @param crop `false`: squeeze into the square (the student's ViT); `true`: shorter side to `size`, then
///             the centre (CLIP)
/// @param exif what becomes of the camera's rotation; checkpoints that do not say were made with upright pictures
public record ImageShape(int size, Resampling resampling, boolean crop, List<Double> mean, List<Double> std,
        Exif exif) {

    public ImageShape {
        exif = Objects.requireNonNullElse(exif, Exif.UPRIGHT);
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (size < 1 || mean.size() != 3 || std.size() != 3) {
            throw new IllegalArgumentException("an image shape needs a size and three means and deviations");
        }
    }

    /// The reference's for the student: torchvision's `Resize((size, size))` and ImageNet's statistics.
    public static ImageShape student(int size) {
        return new ImageShape(size, Resampling.BILINEAR, false, List.of(0.485, 0.456, 0.406),
                List.of(0.229, 0.224, 0.225), Exif.UPRIGHT);
    }

    /// CLIP's own.
    public static ImageShape clip(int size) {
        return new ImageShape(size, Resampling.BICUBIC, true, List.of(0.48145466, 0.4578275, 0.40821073),
                List.of(0.26862954, 0.26130258, 0.27577711), Exif.UPRIGHT);
    }

    /// The same but for the camera's rotation.
    public ImageShape with(Exif other) {
        return new ImageShape(size, resampling, crop, mean, std, other);
    }

    /// The picture in `file` as a network sees it, still in bytes.
    ///
    /// @throws UnreadableImageException as [ImageReader#read]
    public RgbImage read(Path file) throws UnreadableImageException {
        return fit(ImageReader.read(file, exif == Exif.UPRIGHT));
    }

    /// `image` resized (and cropped), still in bytes.
    public RgbImage fit(RgbImage image) {
        if (!crop) {
            return resampling.resize(image, size, size);
        }
        int w = image.width();
        int h = image.height();
        int width = w <= h ? size : Math.max(size, (int) ((long) size * w / h));
        int height = h <= w ? size : Math.max(size, (int) ((long) size * h / w));
        return resampling.resize(image, width, height).crop((width - size) / 2, (height - size) / 2, size, size);
    }

    /// Writes a picture of `size` × `size` as floats, channel by channel, from `offset` on.
    public void normalise(RgbImage fitted, float[] chw, int offset) {
        int plane = size * size;
        if (fitted.width() != size || fitted.height() != size) {
            throw new IllegalArgumentException("expected a picture of " + size + " pixels squared");
        }
        for (int c = 0; c < 3; c++) {
            float scale = (float) (1 / (255 * std.get(c)));
            float shift = (float) (mean.get(c) / std.get(c));
            for (int i = 0; i < plane; i++) {
                chw[offset + c * plane + i] = (fitted.rgb()[3 * i + c] & 0xff) * scale - shift;
            }
        }
    }

    /// Pictures of `size` × `size` as one block of floats, `(pictures, 3, size, size)`.
    public float[] pixels(List<RgbImage> fitted) {
        var chw = new float[length() * fitted.size()];
        for (int i = 0; i < fitted.size(); i++) {
            normalise(fitted.get(i), chw, i * length());
        }
        return chw;
    }

    /// Floats a picture takes: 3 · size².
    public int length() {
        return 3 * size * size;
    }
}
