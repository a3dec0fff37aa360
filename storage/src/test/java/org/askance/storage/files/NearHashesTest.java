package org.askance.storage.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearHashesTest {

    @TempDir
    Path folder;

    @Test
    void everyPairWithinFourBitsIsFoundOnce() {
        var random = new Random(3);
        var distinct = new HashSet<Long>();
        while (distinct.size() < 600) {
            long hash = random.nextLong();
            distinct.add(hash);
            for (int bit = random.nextInt(8); bit > 0; bit--) {
                hash ^= 1L << random.nextInt(64);
            }
            distinct.add(hash);
        }
        long[] hashes = distinct.stream().mapToLong(Long::longValue).toArray();
        var expected = new HashSet<String>();
        for (int i = 0; i < hashes.length; i++) {
            for (int j = i + 1; j < hashes.length; j++) {
                if (Long.bitCount(hashes[i] ^ hashes[j]) <= NearHashes.MOST_BITS) {
                    expected.add(i + "-" + j);
                }
            }
        }
        var found = new ArrayList<String>();
        NearHashes.find(hashes, (first, second) -> found.add(first + "-" + second));
        assertThat(expected).hasSizeGreaterThan(50);
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aScaledPictureKeepsItsHashAndAnotherHasAnother() throws IOException {
        long large = hash(scene(400, 1), "a.png");
        assertThat(Long.bitCount(large ^ hash(scene(97, 1), "b.png"))).isLessThanOrEqualTo(NearHashes.MOST_BITS);
        assertThat(Long.bitCount(large ^ hash(scene(400, 1), "c.jpg"))).isLessThanOrEqualTo(NearHashes.MOST_BITS);
        assertThat(Long.bitCount(large ^ hash(scene(400, 2), "d.png"))).isGreaterThan(10);
        assertThat(PerceptualHash.isPlain(hash(new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB), "e.png"))).isTrue();
    }

    private long hash(BufferedImage image, String name) throws IOException {
        var file = folder.resolve(name);
        ImageIO.write(image, name.substring(2), file.toFile());
        return PerceptualHash.of(file).orElseThrow();
    }

    private static BufferedImage scene(int size, int seed) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        var random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            pen.setColor(new Color(random.nextInt(0xFFFFFF)));
            pen.fillOval((int) (size * random.nextDouble()), (int) (size * random.nextDouble()), size / 3, size / 3);
        }
        pen.dispose();
        return image;
    }
}
