package org.askance.storage.bench;

import java.util.Arrays;
import java.util.Random;

/// Texts as tweets are: a Zipf vocabulary with real words in front, tags, names, links, emoji, and now and
/// then another script. The same random source gives the same texts.
final class TweetWords {

    private static final int VOCABULARY = 120_000;
    private static final double EXPONENT = 1.05;

    private static final String[] FREQUENT = """
            the to i a and is in of my it you for on that me so this be just at with have not are was but all we like
            up out when what do get no love how can day if good now time great one from your they about who today why
            people know see as they're really work an need more go back think got never happy morning life lol night
            much make going well right best new thanks want thank oh feel still here there then them than too only
            always another weather monday coffee rain traffic fun nice awesome perfect wonderful lovely late sleep
            """.strip().split("\\s+");

    private static final String[] SYLLABLES = """
            ba be bi bo bra ca ce chi co cra da de di do dra fa fe fi flo ga ge gi go gra ha he hi ho ja je jo ka ke ki
            ko la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi pla po pra ra re ri ro ru sa se shi so sta su ta te
            thi to tra tu va ve vi vo wa we wi za ze zo zu ing er ed ly ness tion est ous
            """.strip().split("\\s+");

    private static final String[] EMOJI = {"😂", "🙄", "😍", "☀️", "🌧️", "👍🏽", "❤️", "🎉", "😒", "🤷‍♀️"};

    private static final String[] OTHER_SCRIPTS = {"今日はいい天気ですね、最高の月曜日", "又是美好的一天", "يا له من يوم جميل", "прекрасная погода сегодня",
            "오늘도 야근이라니 정말 행복해", "עוד יום נפלא במשרד"};

    private final String[] words = new String[VOCABULARY];
    private final double[] cumulative = new double[VOCABULARY];

    TweetWords(long seed) {
        var random = new Random(seed);
        double sum = 0;
        for (int rank = 0; rank < VOCABULARY; rank++) {
            words[rank] = rank < FREQUENT.length ? FREQUENT[rank] : made(random, rank);
            sum += 1 / Math.pow(rank + 2.7, EXPONENT);
            cumulative[rank] = sum;
        }
    }

    private static String made(Random random, int rank) {
        var word = new StringBuilder();
        int syllables = 2 + random.nextInt(rank < 2_000 ? 2 : 3);
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    /// A word as often as its rank says.
    String word(Random random) {
        int at = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[VOCABULARY - 1]);
        return words[at < 0 ? Math.min(-at - 1, VOCABULARY - 1) : at];
    }

    /// 3 to 24 words, about 70 characters.
    String tweet(Random random) {
        if (random.nextInt(100) == 0) {
            return OTHER_SCRIPTS[random.nextInt(OTHER_SCRIPTS.length)] + " #" + word(random);
        }
        var text = new StringBuilder();
        if (random.nextInt(6) == 0) {
            text.append('@').append(word(random)).append(word(random)).append(' ');
        }
        int length = 3 + random.nextInt(12) + random.nextInt(11);
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : " ").append(random.nextInt(12) == 0 ? "#" : "").append(word(random));
        }
        if (random.nextInt(3) == 0) {
            text.append(' ').append(EMOJI[random.nextInt(EMOJI.length)]);
        }
        if (random.nextInt(4) == 0) {
            text.append(" https://t.co/").append(Integer.toString(random.nextInt(1 << 30), 36));
        }
        return text.toString();
    }
}
