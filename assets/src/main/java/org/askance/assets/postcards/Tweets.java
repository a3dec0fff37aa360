package org.askance.assets.postcards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Words the tweets. What a tweet says is its literal polarity; nothing in it hints at the picture.
final class Tweets {

    static final Grammar GRAMMAR = Grammar.read("tweets.txt");

    private static final double OF_THE_TOPIC_ALONE = 0.3;

    private Tweets() {}

    /// A tweet on `topic`.
    ///
    /// @param unseen whether its template comes from those kept for the test split
    static String tweet(Topic topic, Polarity polarity, boolean unseen, Dice dice) {
        String template = template(topic, polarity, unseen, dice);
        String core = GRAMMAR.fill(template, topic, polarity, dice);
        if (dice.chance(0.2)) {
            core = dice.pick(GRAMMAR.list("opener " + polarity.key())) + ", " + core;
        }
        boolean question = core.endsWith("?") || core.endsWith("!");
        if (!question && !template.contains("{friend}") && dice.chance(0.15)) {
            core += ", " + GRAMMAR.fill(dice.pick(GRAMMAR.list("tail")), topic, polarity, dice);
        }
        return decorated(cased(core, dice) + (question ? "" : ending(polarity, dice)), topic, polarity, dice);
    }

    private static String template(Topic topic, Polarity polarity, boolean unseen, Dice dice) {
        if (dice.chance(OF_THE_TOPIC_ALONE)) {
            return dice.pick(GRAMMAR.templates("tweet " + polarity.key() + " " + topic.key(), unseen));
        }
        var shared = new ArrayList<>(GRAMMAR.templates("tweet " + polarity.key(), unseen));
        if (polarity.isPolar()) {
            shared.addAll(GRAMMAR.templates("tweet polar", unseen));
        }
        return dice.pick(shared);
    }

    private static String cased(String core, Dice dice) {
        double style = dice.unit();
        if (style < 0.05) {
            return core.toUpperCase(Locale.ROOT);
        }
        return style < 0.4 ? core.toLowerCase(Locale.ROOT) : Grammar.capitalised(core);
    }

    // Polar and neutral tweets end alike often enough that a full stop says little.
    private static String ending(Polarity polarity, Dice dice) {
        double style = dice.unit();
        if (style < 0.4) {
            return "";
        }
        if (style < 0.75) {
            return ".";
        }
        return polarity.isPolar() && style > 0.92 ? "!!" : "!";
    }

    private static String decorated(String sentence, Topic topic, Polarity polarity, Dice dice) {
        var words = new ArrayList<String>();
        if (dice.chance(0.08)) {
            words.add("@" + dice.pick(GRAMMAR.list("handle")));
        }
        words.add(sentence);
        if (dice.chance(0.35)) {
            List<String> emoji = GRAMMAR.list("emoji " + (dice.chance(0.7) ? polarity.key() : topic.key()));
            words.add(dice.pick(emoji));
        }
        if (dice.chance(0.3)) {
            words.add("#" + dice.pick(GRAMMAR.list("tag " + topic.key())));
        }
        if (dice.chance(0.15)) {
            words.add("#" + dice.pick(GRAMMAR.list("tag " + polarity.key())));
        }
        if (dice.chance(0.06)) {
            words.add("@" + dice.pick(GRAMMAR.list("handle")));
        }
        return String.join(" ", words);
    }
}
