package org.askance.assets.postcards;

import java.util.ArrayList;
import java.util.List;

/// Deals the kinds of pair so that every 600 in a row of one split hold each kind equally often. Thread-safe.
///
/// Of a topic's 60 cards 40 have two polar halves, ten of each combination, so that neither half alone says whether a
/// pair is sarcastic. The other 20 have a neutral half and carry no sarcasm label.
final class Deck {

    /// One kind of pair, and which of its labels are to be given wrong (in training only).
    record Card(Topic topic, Polarity text, Polarity scene, boolean plantSarcasm, boolean plantSentiment) {}

    private record Kind(Topic topic, Polarity text, Polarity scene) {}

    private static final List<Kind> KINDS = kinds();

    /// Cards in a deck.
    static final int SIZE = KINDS.size();

    private static final int PLANTED_PERCENT = 5;

    private Deck() {}

    /// The card at `rank` of a split, under `seed`.
    static Card deal(long seed, PostcardSplit split, int rank) {
        int deck = rank / SIZE;
        var dice = new Dice(seed, split.number(), deck, 11);
        int[] order = identity(SIZE);
        dice.shuffle(order);
        int drawn = order[rank % SIZE];
        Kind kind = KINDS.get(drawn);
        boolean train = split == PostcardSplit.TRAIN;
        return new Card(kind.topic(), kind.text(), kind.scene(), train && plantsSarcasm(dice, drawn),
                train && plantsSentiment(dice, drawn));
    }

    // Half of the wrong labels say "sarcastic", so that the mistakes do not shift the share of either label.
    private static boolean plantsSarcasm(Dice dice, int drawn) {
        boolean planted = false;
        for (boolean sarcastic : new boolean[]{false, true}) {
            int[] same = polarKinds(sarcastic);
            dice.shuffle(same);
            for (int i = 0; i < same.length * PLANTED_PERCENT / 100; i++) {
                planted |= same[i] == drawn;
            }
        }
        return planted;
    }

    private static boolean plantsSentiment(Dice dice, int drawn) {
        int[] all = identity(SIZE);
        dice.shuffle(all);
        for (int i = 0; i < SIZE * PLANTED_PERCENT / 100; i++) {
            if (all[i] == drawn) {
                return true;
            }
        }
        return false;
    }

    private static int[] polarKinds(boolean sarcastic) {
        var chosen = new ArrayList<Integer>();
        for (int i = 0; i < SIZE; i++) {
            Kind kind = KINDS.get(i);
            if (kind.text().isPolar() && kind.scene().isPolar() && (kind.text() != kind.scene()) == sarcastic) {
                chosen.add(i);
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] identity(int size) {
        int[] items = new int[size];
        for (int i = 0; i < size; i++) {
            items[i] = i;
        }
        return items;
    }

    private static List<Kind> kinds() {
        var kinds = new ArrayList<Kind>();
        for (Topic topic : Topic.values()) {
            for (Polarity text : Polarity.values()) {
                for (Polarity scene : Polarity.values()) {
                    for (int i = 0; i < copies(text, scene); i++) {
                        kinds.add(new Kind(topic, text, scene));
                    }
                }
            }
        }
        return List.copyOf(kinds);
    }

    private static int copies(Polarity text, Polarity scene) {
        if (text.isPolar()) {
            return scene.isPolar() ? 10 : 4;
        }
        return scene.isPolar() ? 3 : 6;
    }
}
