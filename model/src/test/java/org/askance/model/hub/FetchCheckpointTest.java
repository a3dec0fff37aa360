package org.askance.model.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.askance.model.block.Parity;
import org.askance.model.checkpoint.CheckpointException;
import org.askance.model.checkpoint.HuggingFaceFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real HTTP on this machine, from a hub that keeps its word and from one that does not.
class FetchCheckpointTest {

    private static final String WEIGHTS = TestFetch.WEIGHTS;

    @TempDir
    private Path folder;

    private TestFetch fetch;
    private TestHub hub;

    @BeforeEach
    void open() {
        fetch = new TestFetch(folder);
        hub = fetch.hub();
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void onlyWhatIsNeededComesAndIsNotFetchedAgain() throws IOException {
        var record = fetch.from(hub);

        fetch.assertWhole();
        assertThat(record.files()).extracting(FetchRecord.Entry::path).containsExactly("config.json", WEIGHTS);
        assertThat(fetch.done).isEqualTo(fetch.total).isEqualTo(record.bytes());
        assertThat(hub.asked()).hasSize(3).first().satisfies(asked -> assertThat(asked.uri())
                .isEqualTo("/api/models/someone/small-bert/tree/main?recursive=true"));
        fetch.told.clear();
        fetch.from(hub);
        assertThat(hub.asked()).hasSize(4);
        assertThat(fetch.told).containsExactly("checking");
    }

    @Test
    void aFileThatWasChangedOnDiskIsFetchedAgain() throws IOException {
        fetch.from(hub);
        var changed = fetch.weights.clone();
        changed[7]++;
        Files.write(folder.resolve(WEIGHTS), changed);
        fetch.from(hub);
        fetch.assertWhole();
        assertThat(hub.asked(WEIGHTS)).hasSize(2);
        assertThat(hub.asked("config.json")).hasSize(1);
    }

    @Test
    void aBreakIsGoneOnWithWhereItHappened() throws IOException {
        hub.then(WEIGHTS, TestHub.breaksOffAt(100_000), TestHub.breaksOffAt(200_000));
        fetch.from(hub);

        fetch.assertWhole();
        var asked = hub.asked(WEIGHTS);
        assertThat(asked).hasSize(3);
        assertThat(asked.get(0).header("Range")).isNull();
        assertThat(asked.get(1).header("Range")).matches("bytes=[1-9]\\d*-");
        assertThat(asked.get(1).header("If-Range")).startsWith("\"");
        long second = Long.parseLong(String.valueOf(asked.get(2).header("Range")).replaceAll("\\D", ""));
        assertThat(second).isBetween(100_000L, 200_000L);
        // Each break came after progress: the waits do not grow.
        assertThat(fetch.waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(fetch.told).contains("waiting");
    }

    @Test
    void aServerThatIgnoresRangesMakesItStartOver() throws IOException {
        hub.then(WEIGHTS, TestHub.breaksOffAt(100_000), TestHub::ignoresRange);
        fetch.from(hub);
        fetch.assertWhole();
        assertThat(hub.asked(WEIGHTS)).hasSize(2);
    }

    @Test
    void aRangeThatIsRefusedMakesItStartOver() throws IOException {
        hub.then(WEIGHTS, TestHub.breaksOffAt(100_000), TestHub.says(416));
        fetch.from(hub);
        fetch.assertWhole();
        assertThat(hub.asked(WEIGHTS).getLast().header("Range")).isNull();
    }

    @Test
    void aHubThatBreaksOffForEverIsGivenUpAndWhatCameIsKept() throws IOException {
        hub.then(WEIGHTS, TestHub.breaksOffAt(90_000), TestHub.says(503), TestHub.says(500), TestHub.says(502),
                TestHub.says(503));
        assertThatThrownBy(() -> fetch.from(hub)).isInstanceOf(HubException.class)
                .hasMessage("model.safetensors of someone/small-bert could not be fetched: 127.0.0.1 is out of order"
                        + " (502). What has come is kept. Try again later.");
        assertThat(fetch.waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        fetch.assertNotWhole();
        hub.close();

        var again = new TestHub().with("config.json", TestHub.bytes("{\"model_type\": \"bert\"}")).with(WEIGHTS,
                fetch.weights);
        hub = again;
        fetch.from(hub);
        fetch.assertWhole();
        assertThat(again.asked(WEIGHTS)).singleElement()
                .satisfies(asked -> assertThat(asked.header("Range")).matches("bytes=[1-9]\\d*-"));
    }

    @Test
    void aBusyHubIsGivenTheTimeThatItAsksFor() throws IOException {
        hub.then(WEIGHTS, TestHub.says(429, "Retry-After", "17"), TestHub.says(429),
                TestHub.says(503, "Retry-After", "Thu, 01 Jan 1970 00:00:00 GMT"));
        fetch.from(hub);
        fetch.assertWhole();
        assertThat(fetch.waits).containsExactly(Duration.ofSeconds(17), Duration.ofSeconds(2), Duration.ZERO);
        hub.then("", TestHub.says(429, "Retry-After", "3000"));
        assertThatThrownBy(() -> fetch.from(hub))
                .hasMessageContaining("asked too often (429)").hasMessageEndingWith("Try again in 50 minutes.");
    }

    @Test
    void aLengthThatIsNotTheListedOneIsRefused() throws IOException {
        hub.then(WEIGHTS, TestHub.sends(299_990));
        fetch.from(hub);
        fetch.assertWhole();
        for (int wrong : new int[]{300_010, 299_990}) {
            Files.deleteIfExists(folder.resolve(WEIGHTS));
            hub.then(WEIGHTS, TestHub.sends(wrong), TestHub.sends(wrong));
            assertThatThrownBy(() -> fetch.from(hub)).hasMessageContaining("model.safetensors of someone/small-bert")
                    .hasMessageContaining("lists 300000 bytes, but " + wrong + " are served");
            fetch.assertNotWhole();
            assertThat(fetch.names()).containsExactly("config.json", "fetched.json");
        }
        // Without a length of its own, too much is noticed as it comes, too little at the end.
        hub.then(WEIGHTS, (exchange, content) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content, 0, 250_000);
        });
        fetch.from(hub);
        fetch.assertWhole();
        Files.delete(folder.resolve(WEIGHTS));
        hub.then(WEIGHTS, (exchange, content) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content);
            exchange.getResponseBody().write(content);
        });
        fetch.from(hub);
        fetch.assertWhole();
    }

    @Test
    void corruptBytesAreThrownAwayAndFetchedOnceMore() throws IOException {
        hub.then(WEIGHTS, TestHub::corrupts).then("config.json", TestHub::corrupts);
        fetch.from(hub);
        fetch.assertWhole();
        assertThat(hub.asked(WEIGHTS)).hasSize(2).last()
                .satisfies(asked -> assertThat(asked.header("Range")).isNull());
        Files.delete(folder.resolve(WEIGHTS));
        hub.then(WEIGHTS, TestHub::corrupts, TestHub::corrupts);
        assertThatThrownBy(() -> fetch.from(hub))
                .hasMessage("model.safetensors of someone/small-bert arrived damaged twice: its"
                        + " content does not match the hash that the hub gives. It was thrown away. Try again later, or with"
                        + " another hub.");
        fetch.assertNotWhole();
        assertThat(fetch.names()).containsExactly("config.json", "fetched.json");
    }

    @Test
    void redirectsAreFollowedAndTheTokenStaysWithTheHub() throws IOException {
        try (var store = new TestHub().with(WEIGHTS, fetch.weights)) {
            hub.then("", TestHub.says(307, "Location", "/api/models/owner/small-bert/tree/main?recursive=true"))
                    .then(WEIGHTS, TestHub.says(302, "Location", store.address() + "/bucket/" + WEIGHTS));
            store.then(WEIGHTS, TestHub.breaksOffAt(100_000));
            hub.then(WEIGHTS, TestHub.says(302, "Location", store.address() + "/bucket/" + WEIGHTS));
            fetch.from(hub.address(), Proxies.none(), "secret");

            fetch.assertWhole();
            assertThat(hub.asked()).allSatisfy(
                    asked -> assertThat(asked.header("Authorization")).isEqualTo("Bearer secret"));
            assertThat(store.asked()).hasSize(2)
                    .allSatisfy(asked -> assertThat(asked.header("Authorization")).isNull());
            assertThat(store.asked().getLast().header("Range")).startsWith("bytes=");
        }
    }

    @Test
    void aNetworkThatGoesAwayOnTheWayIsWaitedFor() {
        // With the first bytes of the weights, the hub is gone.
        hub.then(WEIGHTS, (exchange, content) -> {
            TestHub.breaksOffAt(50_000).answer(exchange, content);
            Thread.ofVirtual().start(hub::close);
        });
        assertThatThrownBy(() -> fetch.from(hub))
                .hasMessageStartingWith("model.safetensors of someone/small-bert could not be");
        assertThat(fetch.waits).hasSize(3);
        fetch.assertNotWhole();
    }

    @Test
    void silenceIsNoticed() throws IOException {
        hub.then(WEIGHTS, hub.stallsAt(100_000));
        fetch.from(hub.address(), Proxies.none(), null, Duration.ofMillis(300));
        fetch.assertWhole();
        assertThat(fetch.waits).hasSize(1);
        assertThat(hub.asked(WEIGHTS).getLast().header("Range")).isNotNull();
    }

    @Test
    void stoppedAndStartedAgainItGoesOn() throws IOException {
        hub.then(WEIGHTS, hub.stallsAt(120_000));
        fetch.stop = () -> fetch.done > 60_000;
        assertThatThrownBy(() -> fetch.from(hub)).isInstanceOf(CancellationException.class);
        fetch.assertNotWhole();
        long kept = FetchRecord.read(folder).orElseThrow().bytesIn(folder);
        assertThat(kept).isGreaterThan(60_000);

        fetch.stop = () -> false;
        fetch.from(hub);
        fetch.assertWhole();
        assertThat(Long.parseLong(String.valueOf(hub.asked(WEIGHTS).getLast().header("Range")).replaceAll("\\D", "")))
                .isGreaterThan(50_000);
    }

    @Test
    void stoppingAlsoEndsAWait() {
        hub.then("", TestHub.says(503, "Retry-After", "200"));
        var usual = new HubAccess(Hub.of(hub.address(), "main"), Proxies.none(), null, Patience.usual());
        fetch.stop = () -> fetch.told.contains("waiting");
        assertThatThrownBy(() -> FetchCheckpoint.run(usual, TestFetch.REPOSITORY, folder, fetch))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aListOfSeveralPagesIsReadToItsEnd() throws IOException {
        hub.then("", (exchange, content) -> {
            exchange.getResponseHeaders().add("Link", "<" + hub.address()
                    + "/api/models/someone/small-bert/tree/main?cursor=2>; rel=\"next\"");
            TestHub.serve(exchange, TestHub.bytes("[{\"type\": \"directory\", \"path\": \"onnx\"}]"));
        });
        fetch.from(hub);
        fetch.assertWhole();
    }

    @Test
    void shardsAndOlderWeightsAreChosenWhereThereIsNothingBetter() throws IOException {
        try (var other = new TestHub().with("config.json", TestHub.bytes("{}")).with("pytorch_model.bin", fetch.weights)
                .with("model.safetensors.index.json", TestHub.bytes("{}"))
                .with("model-00001-of-00002.safetensors", fetch.weights)
                .with("model-00002-of-00002.safetensors", fetch.weights)
                .with("vocab.txt", TestHub.bytes("[PAD]")).with("preprocessor_config.json", TestHub.bytes("{}"))) {
            fetch.from(other.address(), Proxies.none(), null);
            assertThat(fetch.names()).containsExactly("config.json", "fetched.json", "model-00001-of-00002.safetensors",
                    "model-00002-of-00002.safetensors", "model.safetensors.index.json", "preprocessor_config.json",
                    "vocab.txt");
        }
        try (var none = new TestHub().with("config.json", TestHub.bytes("{}")).with("flax_model.msgpack",
                fetch.weights)) {
            assertThatThrownBy(() -> fetch.from(none.address(), Proxies.none(), null))
                    .hasMessageContaining("no weights that can be read");
        }
    }

    @Test
    void aRealCheckpointIsFetchedAndFitsItsConfig() throws IOException {
        var vocabulary = new ArrayList<>(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"));
        while (vocabulary.size() < 600) {
            vocabulary.add("word" + vocabulary.size());
        }
        try (var bert = new TestHub().with(Parity.path("bert")).with("vocab.txt",
                TestHub.bytes(String.join("\n", vocabulary)))) {
            fetch.from(bert.address(), Proxies.none(), null);
        }
        assertThat(HuggingFaceFolder.verify(folder)).isEqualTo(HuggingFaceFolder.Kind.TEXT);
        assertThat(HuggingFaceFolder.text(folder).layers()).isEqualTo(2);
        Files.delete(folder.resolve("vocab.txt"));
        assertThatThrownBy(() -> HuggingFaceFolder.verify(folder)).isInstanceOf(CheckpointException.class)
                .hasMessageContaining("has no tokenizer");
        Files.writeString(folder.resolve(WEIGHTS), "cut short");
        assertThatThrownBy(() -> HuggingFaceFolder.verify(folder)).isInstanceOf(CheckpointException.class)
                .hasMessageContaining(WEIGHTS);
        assertThat(HuggingFaceFolder.verify(Parity.path("vit"))).isEqualTo(HuggingFaceFolder.Kind.IMAGE);
    }
}
