package org.askance.storage.told;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeptTest {

    private static Told sample(Sentence sentence) {
        int places = (int) Pattern.compile("\\{\\d}").matcher(sentence.english()).results()
                .map(java.util.regex.MatchResult::group).distinct().count();
        return sentence.with(IntStream.range(0, places).mapToObj(i -> "/a b/" + i).toArray());
    }

    @Test
    void everySentenceOfAPictureIsRecognisedWithAllThatItNames() {
        for (var sentence : OfFile.values()) {
            var read = Kept.read(sample(sentence).english());
            assertThat(read.sentence()).isEqualTo(sentence);
            assertThat(read.english()).isEqualTo(sample(sentence).english());
        }
    }

    @Test
    void noSentenceLosesAWord() {
        Stream.<Sentence[]>of(OfReading.values(), OfProject.values(), OfExport.values(), OfQuery.values())
                .flatMap(Stream::of).map(KeptTest::sample)
                .forEach(told -> assertThat(Kept.read(told.english()).english()).isEqualTo(told.english()));
    }

    @Test
    void partsAreRecognisedToo() {
        assertThat(Kept.read("/data/a.jpg cannot be read: its permissions do not allow it."))
                .isEqualTo(OfFile.NOT_READ.with(Told.plain("/data/a.jpg"), OfFile.PERMISSIONS.with()));
        assertThat(Kept.read("/data/x.parquet is damaged: its footer claims 7 bytes. Download it again."))
                .isEqualTo(OfReading.FILE_UNREADABLE.with(Told.plain("/data/x.parquet"),
                        OfReading.PARQUET_FOOTER.with(Told.plain("7")), OfReading.DOWNLOAD_AGAIN.with()));
    }

    @Test
    void whateverElseIsKeptStaysAsItIs() {
        for (String other : new String[]{"", "a: b", "'x'", "It went. {0} wrong", "a b. c", "x".repeat(5_000),
                ": ".repeat(900)}) {
            assertThat(Kept.read(other)).isEqualTo(Told.plain(other));
        }
    }

    @Test
    void whatStandsBetweenIsAsShortAsItCanBe() {
        var told = OfFile.NOT_READ.with("/a cannot be read: no.jpg", OfFile.PERMISSIONS.with());
        assertThat(Kept.read(told.english()).english()).isEqualTo(told.english());
        assertThat(Kept.read(told.english()).arguments().getFirst()).isEqualTo(Told.plain("/a"));
    }

    /// However often what parts sentences stands in them.
    @Test
    void oddTextsLoseNoWord() {
        for (String odd : new String[]{": ", ". ", " is damaged: ", " cannot be read: ", "a: b. (c) «d» — e, f; "}) {
            String many = odd.repeat(1_900 / odd.length());
            assertThat(Kept.read(many).english()).isEqualTo(many);
        }
    }
}
