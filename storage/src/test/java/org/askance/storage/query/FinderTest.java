package org.askance.storage.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.askance.storage.Fixtures;
import org.askance.storage.Project;
import org.askance.storage.annotation.Answer;
import org.askance.storage.dataset.NewExample;
import org.askance.storage.dataset.Split;
import org.askance.storage.exchange.Change;
import org.askance.storage.exchange.Format;
import org.askance.storage.exchange.ImportRepository;
import org.askance.storage.query.Queue.Move;
import org.askance.storage.run.NewPrediction;
import org.askance.storage.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Found by columns in memory and by SQL; both must say the same.
class FinderTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void open() {
        project = Fixtures.project(folder.resolve("p"));
    }

    @AfterEach
    void close() {
        project.close();
    }

    private Query query(String text) {
        return switch (project.finder().parse(text)) {
            case Parsed.Good(var query) -> query;
            case Parsed.Bad(var problem) -> throw new AssertionError(text + ": " + problem);
        };
    }

    private List<String> keys(String text) {
        var query = query(text);
        long[] ids = project.finder().ids(query);
        assertThat(project.finder().count(query)).isEqualTo(ids.length);
        assertThat(project.finder().idsBySql(query)).as("by SQL: %s", text).isEqualTo(ids);
        return project.examples().rows(ids).stream().map(row -> row.example().key()).toList();
    }

    private void add(String key, String text) {
        project.examples().addAll(List.of(Fixtures.example(key, text, Split.NONE, Map.of())));
    }

    @Test
    void textIsFoundByBeginningsOfWordsPhrasesAndSymbols() {
        assertThat(keys("LOVE wea")).containsExactly("a");
        assertThat(keys("creme BRUL")).containsExactly("c");
        assertThat(keys("\"lovely weather\"")).containsExactly("a");
        assertThat(keys("\"weather lovely\"")).isEmpty();
        assertThat(keys("\"love\"")).isEmpty();
        assertThat(keys("☀️")).containsExactly("a");
        assertThat(keys("  ?! ")).hasSize(4);
        assertThat(keys("train or door")).containsExactly("b", "d");
        assertThat(keys("-train -split:validation")).containsExactly("a", "c");
    }

    @Test
    void scriptsWithoutSpacesAreFoundInTheMiddle() {
        add("j", "今日はいい天気ですね、最高");
        add("k", "天気iPhone 100%_\\");
        assertThat(keys("天気")).containsExactly("j", "k");
        assertThat(keys("天気ですね、最高")).containsExactly("j");
        assertThat(keys("天気iphone")).containsExactly("k");
        assertThat(keys("気ですね")).containsExactly("j");
        assertThat(keys("\"天気iPhone 100%_\\\"")).containsExactly("k");
        assertThat(keys("天%ね")).isEmpty();
    }

    @Test
    void writesAreSeenAtOnce() {
        assertThat(keys("has:answer")).isEmpty();
        project.annotations().save(Fixtures.answer(2, "sentiment", "neutral", "ada"));
        assertThat(keys("has:answer")).containsExactly("b");
        assertThat(keys("by:ada")).containsExactly("b");
        assertThat(keys("sentiment:negative")).containsExactly("a");
        project.annotations().save(Fixtures.answer(2, "sentiment", "positive", "ben"));
        assertThat(keys("disagree:annotators")).containsExactly("b");
        project.annotations().undoLast("ben");
        assertThat(keys("disagree:annotators")).isEmpty();
        project.annotations().flag(3, "bad picture", "ada");
        project.annotations().comment(4, "why?", "ada");
        assertThat(keys("is:flagged")).containsExactly("c");
        assertThat(keys("flag:BAD")).containsExactly("c");
        assertThat(keys("flag:nothing")).isEmpty();
        assertThat(keys("has:comment")).containsExactly("d");
        project.annotations().unflag(3, "ada");
        assertThat(keys("flag:bad")).isEmpty();
        add("e", "A late door");
        assertThat(keys("door")).containsExactly("d", "e");
        project.examples().setProblem(1, "no picture");
        assertThat(keys("has:problem")).containsExactly("a");
    }

    @Test
    void predictionsOfTheCurrentCheckpointCount() {
        long first = project.checkpoints().add("first", Path.of("/c/1"), null);
        long second = project.checkpoints().add("second", Path.of("/c/2"), first);
        var predictions = new ArrayList<NewPrediction>();
        predictions.add(new NewPrediction(1, Map.of("sentiment", new float[]{0.2f, 0.6f, 0.2f})));
        predictions.add(new NewPrediction(3, Map.of("sentiment", new float[]{0.05f, 0.9f, 0.05f})));
        assertThat(keys("has:prediction")).isEmpty();
        project.predictions().save(first, predictions);
        assertThat(keys("has:prediction")).containsExactly("a", "c");
        assertThat(keys("conf<0.7")).containsExactly("a");
        assertThat(keys("conf<=0.6")).containsExactly("a");
        assertThat(keys("margin>=0.85")).containsExactly("c");
        assertThat(keys("entropy>0.5")).containsExactly("a");
        assertThat(keys("disagree")).containsExactly("c");
        assertThat(keys("conf:sarcasm<0.9")).isEmpty();
        project.checkpoints().makeCurrent(second);
        assertThat(keys("has:prediction")).isEmpty();
    }

    @Test
    void duplicatesShareTheirPicture() {
        for (var key : List.of("x", "y", "z")) {
            project.examples().addAll(List.of(Fixtures.example(key, key, Split.NONE, Map.of())
                    .inspected(key.equals("z") ? "cd" : "ab", null)));
        }
        assertThat(keys("is:duplicate")).containsExactly("x", "y");
    }

    @Test
    void whatIsTypedIsNeverSql() {
        for (var text : List.of("' OR 1=1 --", "\"'; DROP TABLE example; --\"", "key:\"' OR '1'='1\"",
                "flag:\"' OR 1=1\"", "\"a\" NEAR \"b\"", "key:\"%\"", "天'; --", "\"天\" OR rowid > 0\"")) {
            if (project.finder().parse(text) instanceof Parsed.Good) {
                assertThat(keys(text)).as(text).isNotNull();
            }
        }
        assertThat(keys("key:\"' OR '1'='1\"")).isEmpty();
        assertThat(keys("")).hasSize(4);
    }

    @Test
    void aTextThatAnImportChangedIsFoundByItsNewWords() {
        assertThat(keys("train")).containsExactly("b");
        var changed = Fixtures.example("b", "The tram 🚋 is late", Split.TRAIN, Map.of());
        long source = project.imports().begin(folder.resolve("x.csv"), Format.TABLE, "hash", null);
        project.imports().apply(List.of(new ImportRepository.Looked(changed, null)), source,
                EnumSet.allOf(Change.class), new BitSet());
        assertThat(keys("train")).isEmpty();
        assertThat(keys("tram")).containsExactly("b");
        assertThat(keys("🚋")).containsExactly("b");
    }

    @Test
    void aProjectThatIsOnlyReadSeesWhatItsWriterWrites() {
        try (var reader = Project.open(project.folder())) {
            assertThat(reader.finder().count(query("has:problem"))).isZero();
            project.examples().setProblem(2, "gone");
            assertThat(reader.finder().ids(query("has:problem"))).containsExactly(2);
        }
    }

    @Test
    void aFailedWriteChangesNothing() {
        assertThat(keys("split:train")).containsExactly("a", "b");
        var bad = new ArrayList<NewExample>(List.of(Fixtures.example("n", "new", Split.TRAIN, Map.of())));
        bad.add(null);
        org.junit.jupiter.api.Assertions.assertThrows(NullPointerException.class,
                () -> project.examples().addAll(bad));
        assertThat(keys("split:train")).containsExactly("a", "b");
        add("o", "after");
        assertThat(keys("after")).containsExactly("o");
    }

    @Test
    void aQueueGoesOnAndStartsOver() {
        var queue = Queue.ALL;
        assertThat(place(queue, Move.FIRST_OPEN, -1)).isEqualTo(new Queue.Place(1, 2, 1, 4, 0));
        answer(1);
        assertThat(place(queue, Move.FIRST_OPEN, -1)).isEqualTo(new Queue.Place(2, 3, 2, 4, 1));
        assertThat(place(queue, Move.NEXT_OPEN, 4)).isEqualTo(new Queue.Place(2, 3, 2, 4, 1));
        assertThat(place(queue, Move.NEXT, 4)).isEqualTo(new Queue.Place(4, -1, 4, 4, 1));
        assertThat(place(queue, Move.PREVIOUS, 1)).isEqualTo(new Queue.Place(1, 2, 1, 4, 1));
        assertThat(place(queue, Move.PREVIOUS, 3)).isEqualTo(new Queue.Place(2, 3, 2, 4, 1));
        assertThat(place(queue, Move.HERE, 3)).isEqualTo(new Queue.Place(3, 4, 3, 4, 1));
        var mine = new Queue(Query.ALL, new Queue.Order.Dataset(), Queue.Open.TO_ANNOTATOR);
        assertThat(project.finder().find(mine, Move.FIRST_OPEN, -1, "ben").id()).isEqualTo(1);
        assertThat(project.finder().find(mine, Move.FIRST_OPEN, -1, "ada").id()).isEqualTo(2);
        var train = new Queue(query("split:train"), new Queue.Order.Dataset(), Queue.Open.TO_ALL);
        assertThat(place(train, Move.NEXT_OPEN, 1)).isEqualTo(new Queue.Place(2, -1, 2, 2, 1));
        answer(2);
        assertThat(place(train, Move.NEXT_OPEN, 2)).isEqualTo(new Queue.Place(-1, -1, 3, 2, 2));
    }

    private void answer(long example) {
        project.annotations().save(new Answer(example, Map.of("sentiment", "neutral", "sarcasm", "sarcastic"), "ada",
                null, Duration.ofMillis(900)));
    }

    private Queue.Place place(Queue queue, Move move, long from) {
        var place = project.finder().find(queue, move, from, "ada");
        assertThat(project.finder().findBySql(queue, move, from, "ada")).isEqualTo(place);
        return place;
    }

    @Test
    void uncertainAndShuffledQueuesVisitEveryExampleOnce() {
        long checkpoint = project.checkpoints().add("first", Path.of("/c/1"), null);
        project.predictions().save(checkpoint, List.of(
                new NewPrediction(1, Map.of("sarcasm", new float[]{0.9f, 0.1f})),
                new NewPrediction(2, Map.of("sarcasm", new float[]{0.4f, 0.6f})),
                new NewPrediction(4, Map.of("sarcasm", new float[]{0.7f, 0.3f}))));
        assertThat(walk(new Queue.Order.Uncertain(Query.Measure.CONFIDENCE))).containsExactly(2L, 4L, 1L, 3L);
        assertThat(walk(new Queue.Order.Uncertain(Query.Measure.ENTROPY))).containsExactly(2L, 4L, 1L, 3L);
        assertThat(walk(new Queue.Order.Uncertain(Query.Measure.MARGIN))).containsExactly(2L, 4L, 1L, 3L);
        assertThat(walk(new Queue.Order.Surest())).containsExactly(1L, 4L, 2L, 3L);
        assertThat(walk(new Queue.Order.Random(7))).containsExactlyInAnyOrder(1L, 2L, 3L, 4L)
                .isEqualTo(walk(new Queue.Order.Random(7)));
    }

    private List<Long> walk(Queue.Order order) {
        var queue = new Queue(Query.ALL, order, Queue.Open.TO_ALL);
        var visited = new ArrayList<Long>();
        var place = project.finder().find(queue, Move.FIRST_OPEN, Queue.NOWHERE, "ada");
        while (true) {
            visited.add(place.id());
            assertThat(place.position()).isEqualTo(visited.size());
            if (place.following() == Queue.NOWHERE) {
                break;
            }
            var next = project.finder().find(queue, Move.NEXT, place.id(), "ada");
            assertThat(next.id()).isEqualTo(place.following());
            assertThat(project.finder().find(queue, Move.PREVIOUS, next.id(), "ada")).isEqualTo(place);
            place = next;
        }
        return visited;
    }

    @Test
    void savedQueriesAreKeptRenamedAndDeleted() {
        var saved = project.savedQueries();
        saved.save("mine", "label:sarcastic");
        saved.save("Also", "disagree");
        saved.save("mine", "label:none");
        assertThat(saved.list()).containsExactly(new SavedQueries.Saved("Also", "disagree"),
                new SavedQueries.Saved("mine", "label:none"));
        assertThat(saved.rename("mine", "Also")).isFalse();
        assertThat(saved.rename("mine", "yours")).isTrue();
        saved.delete("Also");
        assertThat(saved.list()).containsExactly(new SavedQueries.Saved("yours", "label:none"));
    }

    /// Folding in Java is that of the full-text index, for every letter of the first planes that both know.
    @Test
    void lettersFoldAsInTheIndex() {
        try (Database database = org.askance.storage.sql.Schema.create(folder.resolve("letters.db"))) {
            var wrong = database.write(connection -> {
                var differing = new ArrayList<String>();
                try (var statement = connection.createStatement()) {
                    statement.execute("CREATE VIRTUAL TABLE temp.letters USING fts5(text, "
                            + "tokenize = 'unicode61 remove_diacritics 2')");
                    statement.execute("CREATE VIRTUAL TABLE temp.folded USING fts5vocab(temp, letters, instance)");
                }
                try (var insert = connection.prepareStatement("INSERT INTO temp.letters (rowid, text) VALUES (?, ?)")) {
                    for (int c = 0x41; c < 0x2000; c++) {
                        if (Character.isLetter(c)) {
                            insert.setInt(1, c);
                            insert.setString(2, Character.toString(c));
                            insert.executeUpdate();
                        }
                    }
                }
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("SELECT doc, term FROM temp.folded")) {
                    while (rows.next()) {
                        String letter = Character.toString(rows.getInt(1));
                        if (!TextTerms.tokens(letter).equals(List.of(rows.getString(2)))) {
                            differing.add(letter + " is " + rows.getString(2) + ", not "
                                    + TextTerms.tokens(letter));
                        }
                    }
                }
                return differing;
            });
            assertThat(wrong).isEmpty();
        }
    }
}
