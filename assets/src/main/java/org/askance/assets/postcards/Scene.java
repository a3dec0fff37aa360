package org.askance.assets.postcards;

import java.awt.image.BufferedImage;

/// A picture not yet drawn: everything in it follows from these four values. Thread-safe.
///
/// @param topic what it is about
/// @param polarity whether things go well, badly, or just go
/// @param shifted whether scale, angle, colours and clutter lie outside of what training scenes show
/// @param seed decides all the rest
public record Scene(Topic topic, Polarity polarity, boolean shifted, long seed) {

    /// Width at which scenes are kept on disk; the scene is composed for [#WIDTH_PX] : [#HEIGHT_PX] and stretched to
    /// any other shape.
    public static final int WIDTH_PX = 480;

    /// Height at which scenes are kept on disk.
    public static final int HEIGHT_PX = 360;

    /// Draws the scene at any size, without alpha. Small sizes look like large ones scaled down.
    ///
    /// @return an image of type `TYPE_INT_RGB`
    public BufferedImage render(int widthPx, int heightPx) {
        return ScenePainter.paint(this, widthPx, heightPx);
    }

    /// A description of the scene: of what is seen, of the topic alone, or of the mood alone. Another seed gives
    /// another wording.
    public String caption(long captionSeed) {
        return Captions.caption(this, new Dice(seed, captionSeed, 21));
    }
}
