package org.askance.app.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.askance.assets.postcards.Polarity;
import org.askance.assets.postcards.Postcard;
import org.askance.assets.postcards.Scene;
import org.askance.assets.postcards.Topic;
import org.askance.model.inference.TeacherEmbedder;

/// Whether a teacher is good enough to learn from: can it tell, without training, the mood of unseen
/// scenes whose topic is known? It answers with the mood whose captions lie nearest.
final class TeacherGate {

    private static final int CAPTIONS = 32;

    private TeacherGate() {}

    /// Mean caption embeddings of a topic.
    private record Prototypes(float[] positive, float[] negative) {}

    /// Share of right answers among the pictures with a side, by topic and over `all`.
    static Map<String, Double> polarity(TeacherEmbedder teacher, List<Postcard> postcards) {
        var polar = postcards.stream().filter(card -> card.scenePolarity().isPolar()).toList();
        var prototypes = new EnumMap<Topic, Prototypes>(Topic.class);
        for (var topic : Topic.values()) {
            prototypes.put(topic, new Prototypes(prototype(teacher, topic, Polarity.POSITIVE),
                    prototype(teacher, topic, Polarity.NEGATIVE)));
        }
        var images = new ArrayList<float[]>();
        for (int from = 0; from < polar.size(); from += 256) {
            var part = polar.subList(from, Math.min(polar.size(), from + 256));
            images.addAll(Arrays.asList(teacher.embedImages(part.parallelStream()
                    .map(card -> teacher.imageShape().fit(PostcardsPool.rgb(card.scene()))).toList())));
        }
        var figures = new java.util.TreeMap<String, Double>();
        figures.put("all", share(polar, images, prototypes));
        for (var topic : Topic.values()) {
            var of = IntStream.range(0, polar.size()).filter(i -> polar.get(i).topic().equals(topic.key())).boxed()
                    .toList();
            figures.put(topic.key(), share(of.stream().map(polar::get).toList(), of.stream().map(images::get).toList(),
                    prototypes));
        }
        return figures;
    }

    private static double share(List<Postcard> cards, List<float[]> images,
            Map<Topic, Prototypes> prototypes) {
        int right = 0;
        for (int i = 0; i < cards.size(); i++) {
            var of = Objects.requireNonNull(prototypes.get(cards.get(i).scene().topic()));
            boolean positive = dot(of.positive, images.get(i)) > dot(of.negative, images.get(i));
            right += positive == (cards.get(i).scenePolarity() == Polarity.POSITIVE) ? 1 : 0;
        }
        return (double) right / Math.max(1, cards.size());
    }

    private static float[] prototype(TeacherEmbedder teacher, Topic topic, Polarity polarity) {
        var scene = new Scene(topic, polarity, false, 1);
        var rows = teacher.embedTexts(IntStream.range(0, CAPTIONS).mapToObj(i -> scene.caption(i)).toList());
        var mean = new float[rows[0].length];
        for (var row : rows) {
            double length = Math.sqrt(dot(row, row));
            for (int i = 0; i < mean.length; i++) {
                mean[i] += (float) (row[i] / length);
            }
        }
        double length = Math.sqrt(dot(mean, mean));
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= (float) length;
        }
        return mean;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
