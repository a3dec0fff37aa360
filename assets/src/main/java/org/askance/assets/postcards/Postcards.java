package org.askance.assets.postcards;

import java.util.List;

/// Makes the pairs of a plan, each from its index alone, so that they can be made in parallel and in any order.
/// Thread-safe.
public final class Postcards {

    private static final int SCENE = 1;
    private static final int TEXT = 2;
    private static final int LABEL = 3;
    private static final int POOL = 4;
    private static final int CAPTIONS = 5;

    private static final double SHARE_OF_UNSEEN_TEMPLATES_IN_TEST = 0.5;

    private Postcards() {}

    /// The pair at `index` of `plan`. Takes well under a millisecond: its picture is drawn only when asked for.
    ///
    /// @throws IllegalArgumentException if `index` is not in the plan
    public static Postcard pair(PostcardsPlan plan, int index) {
        if (index < 0 || index >= plan.count()) {
            throw new IllegalArgumentException("index must be 0 to " + (plan.count() - 1) + ", was " + index);
        }
        PostcardSplit split = plan.splitOf(index);
        int rank = plan.rankOf(index);
        Deck.Card card = Deck.deal(plan.seed(), split, rank);
        boolean test = split == PostcardSplit.TEST;
        var scene = new Scene(card.topic(), card.scene(), test, seed(plan, SCENE, split, rank));
        var textDice = new Dice(seed(plan, TEXT, split, rank));
        boolean unseen = test && textDice.chance(SHARE_OF_UNSEEN_TEMPLATES_IN_TEST);
        String text = Tweets.tweet(card.topic(), card.text(), unseen, textDice);
        PostcardLabels truth = PostcardLabels.of(card.text(), card.scene());
        PostcardLabels given = given(card, truth, new Dice(seed(plan, LABEL, split, rank)));
        var captionDice = new Dice(seed(plan, CAPTIONS, split, rank));
        List<String> captions = List.of(scene.caption(captionDice.next()), scene.caption(captionDice.next()),
                scene.caption(captionDice.next()));
        return new Postcard(index, "postcard-%06d".formatted(index), split.key(), card.topic().key(), card.text(),
                card.scene(), text, given, truth, scene, captions);
    }

    /// Scene `index` of an endless pool that shares no picture with the pairs; its topics and polarities are drawn at
    /// random, all equally likely. The teacher learns from these.
    public static Scene poolScene(long seed, int index) {
        var dice = new Dice(seed, POOL, index);
        return new Scene(dice.pick(List.of(Topic.values())), dice.pick(List.of(Polarity.values())), false,
                dice.next());
    }

    private static PostcardLabels given(Deck.Card card, PostcardLabels truth, Dice dice) {
        String sarcasm = truth.sarcasm();
        if (sarcasm != null && card.plantSarcasm()) {
            sarcasm = PostcardLabels.SARCASM.get(1 - PostcardLabels.SARCASM.indexOf(sarcasm));
        }
        String sentiment = truth.sentiment();
        if (card.plantSentiment()) {
            int right = PostcardLabels.SENTIMENT.indexOf(sentiment);
            sentiment = PostcardLabels.SENTIMENT.get((right + 1 + dice.below(2)) % PostcardLabels.SENTIMENT.size());
        }
        return new PostcardLabels(sarcasm, sentiment);
    }

    private static long seed(PostcardsPlan plan, int purpose, PostcardSplit split, int rank) {
        return Dice.blend(plan.seed(), purpose, split.number(), rank);
    }
}
