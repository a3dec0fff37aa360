package org.askance.assets.postcards;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/// The few colours of one scene. Drawn from the same lists whatever the scene shows, so that colour says nothing of it.
///
/// @param sky behind all; also the wall of a room
/// @param far hills, roofs and patterns before the sky
/// @param ground the lowest part; also the table or floor of a room
/// @param accents colours of things, in random order, each well apart from the sky in brightness
/// @param light the paper
/// @param ink the outlines, darker than all else
record Palette(Color sky, Color far, Color ground, List<Color> accents, Color light, Color ink) {

    private static final double MIN_CONTRAST = 0.14;

    private static final int[][] TRAIN = {
            {0xCFE8EF, 0x9CC5A1, 0x6A994E, 0xE76F51, 0xF4A261, 0xE9C46A, 0x2A9D8F, 0xFFF8E7, 0x264653},
            {0xF7C59F, 0xC08497, 0x7D5A70, 0xF25F5C, 0xFFE066, 0x247BA0, 0x70C1B3, 0xFFF1E0, 0x3A2E39},
            {0x2B3A67, 0x3F4F7E, 0x223056, 0xE84855, 0xFFE98A, 0xFF9B71, 0x7FB7BE, 0xF2F0E6, 0x11152B},
            {0xBDE4D2, 0x7FC8A9, 0x4C956C, 0xD68C45, 0xFEC89A, 0xEF6F6C, 0x6D597A, 0xFEFEE3, 0x2C423F},
            {0xFAD4D8, 0xE8A0A8, 0xB56576, 0x355070, 0xE56B6F, 0xEAAC8B, 0x6D597A, 0xFFF5EE, 0x2F2235},
            {0xFBE3B5, 0xE9B872, 0xC9803D, 0xA63D40, 0x6494AA, 0x90A959, 0x4F6D7A, 0xFFF9E8, 0x3B2C26},
            {0xA9D6E5, 0x61A5C2, 0x2A6F97, 0xFFB703, 0xFB8500, 0xE63946, 0x3D5A80, 0xFFFDF5, 0x012A4A},
            {0x17525B, 0x1F6F78, 0x0E3B43, 0xFFB4A2, 0xE5989B, 0xFFCDB2, 0xF2CC8F, 0xF8F4E3, 0x07242A},
            {0xC8B6E2, 0x9A86C2, 0x6B5B95, 0xF7B267, 0xF4845F, 0x4EA8B5, 0xF25C54, 0xFFF7F0, 0x2E2350},
            {0xF3E9D2, 0xC6AC8F, 0x9A7B4F, 0xC1440E, 0x386641, 0xF2A541, 0x5E3023, 0xFFFAF0, 0x33261D},
            {0xD3DCE6, 0xA3B1C2, 0x71839B, 0xEF476F, 0xFFD166, 0x06B68A, 0x118AB2, 0xFFFFFF, 0x1F2D3D},
            {0xE6F2B8, 0xB7D26B, 0x7DA23A, 0xFF6B6B, 0x4D76DF, 0xF2B31D, 0x9B5DE5, 0xFFFEF0, 0x2D3A12},
            {0x6C8EAD, 0x54728E, 0x3D5467, 0xFFE5A5, 0xF4A6A0, 0xF6F7EB, 0xF7C548, 0xFDFBF3, 0x14202B},
            {0x8E5572, 0x734460, 0x54324A, 0xF2E2BA, 0xF2BAC9, 0xBAD7F2, 0xF5C396, 0xFFF8F2, 0x2A1424}};

    private static final int[][] TEST = {
            {0xFFD6E0, 0xF7A1C4, 0xC76B9E, 0x1FAE8C, 0xF2B705, 0x540D6E, 0xEE4266, 0xFFF8F8, 0x2A0A35},
            {0xB8F2E6, 0x8AC7D0, 0x5E7472, 0xE8807A, 0x8B5FBF, 0xD64550, 0x36827F, 0xFAF9EC, 0x20302F},
            {0x3D2C5E, 0x5B4B8A, 0x2A1E44, 0xF9C80E, 0xF88654, 0x43BCCD, 0xF2788F, 0xF5F0FF, 0x140B26},
            {0xFFE8A3, 0xF6BD60, 0x84A59D, 0xD9615F, 0x3D5A80, 0xB0714B, 0x4F7F78, 0xFFFCEB, 0x2C2A36},
            {0xD8E2DC, 0xACC3A6, 0x5F7161, 0xB0202A, 0xF48C06, 0xE0A100, 0x4F47D9, 0xFBFDF9, 0x1B2620},
            {0x97D8C4, 0x6B9AC4, 0x4059AD, 0xD98E04, 0xE4572E, 0x6A4C93, 0x1D3557, 0xFDFDFA, 0x141B38}};

    static Palette of(Dice dice, boolean shifted) {
        int[][] from = shifted ? TEST : TRAIN;
        int[] chosen = from[dice.below(from.length)];
        double turn = shifted ? dice.sign() * dice.between(0.03, 0.09) : dice.between(-0.03, 0.03);
        double saturation = dice.between(0.8, 1.15);
        double brightness = dice.between(0.86, 1.08);
        var colours = new ArrayList<Color>();
        for (int rgb : chosen) {
            colours.add(shifted(new Color(rgb), turn, saturation, brightness));
        }
        Color sky = colours.get(0);
        Color ink = colours.get(8);
        Color light = colours.get(7);
        int[] order = {3, 4, 5, 6};
        dice.shuffle(order);
        var accents = new ArrayList<Color>();
        for (int i : order) {
            accents.add(apart(colours.get(i), sky, light, ink));
        }
        return new Palette(sky, colours.get(1), colours.get(2), List.copyOf(accents), light, ink);
    }

    /// `colour` with a part of `other` in it.
    static Color mix(Color colour, Color other, double part) {
        return new Color(mix(colour.getRed(), other.getRed(), part), mix(colour.getGreen(), other.getGreen(), part),
                mix(colour.getBlue(), other.getBlue(), part));
    }

    private static int mix(int one, int other, double part) {
        return (int) Math.round(one + (other - one) * part);
    }

    private static double luminance(Color colour) {
        return (0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue()) / 255;
    }

    // Moves a colour away from the background until a small picture still shows the difference.
    private static Color apart(Color colour, Color background, Color light, Color ink) {
        Color moved = colour;
        Color target = luminance(background) > 0.5 ? ink : light;
        for (int i = 0; i < 8 && Math.abs(luminance(moved) - luminance(background)) < MIN_CONTRAST; i++) {
            moved = mix(moved, target, 0.2);
        }
        return moved;
    }

    private static Color shifted(Color colour, double turn, double saturation, double brightness) {
        float[] hsb = Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null);
        return Color.getHSBColor((float) (hsb[0] + turn), (float) Math.min(1, hsb[1] * saturation),
                (float) Math.min(1, hsb[2] * brightness));
    }
}
