package org.askance.assets.postcards;

/// Words the captions that teach the teacher: of what is seen, of the topic alone, and of the mood alone. The words for
/// moods are those of the tweets, so that the teacher can place a tweet too.
final class Captions {

    /// What a caption speaks of.
    enum Kind {
        FACT, TOPIC, AFFECT
    }

    private static final Grammar GRAMMAR = Tweets.GRAMMAR;

    private Captions() {}

    static String caption(Scene scene, Dice dice) {
        Kind kind = kind(dice);
        String list = switch (kind) {
            case FACT -> "fact " + scene.polarity().key() + " " + scene.topic().key();
            case TOPIC -> "caption";
            case AFFECT -> scene.polarity().isPolar() ? "affect polar" : "affect neutral";
        };
        String words = GRAMMAR.fill(dice.pick(GRAMMAR.list(list)), scene.topic(), scene.polarity(), dice);
        return kind == Kind.FACT
                ? GRAMMAR.fill(dice.pick(GRAMMAR.list("frame")), scene.topic(), scene.polarity(), dice)
                        .formatted(words)
                : words;
    }

    /// The kind that the first throw of `dice` gives: a third speak of the mood alone.
    static Kind kind(Dice dice) {
        double share = dice.unit();
        if (share < 0.33) {
            return Kind.AFFECT;
        }
        return share < 0.5 ? Kind.TOPIC : Kind.FACT;
    }
}
