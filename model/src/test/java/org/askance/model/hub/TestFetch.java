package org.askance.model.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A fetch of a small checkpoint into a folder, and what is heard of it. Waits are written down, not waited.
final class TestFetch implements FetchListener {

    static final String REPOSITORY = "someone/small-bert";
    static final String WEIGHTS = "model.safetensors";

    final byte[] weights = new byte[300_000];
    final List<Duration> waits = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    private final Path folder;
    BooleanSupplier stop = () -> false;
    long done;
    long total;

    TestFetch(Path folder) {
        this.folder = folder;
        new Random(5).nextBytes(weights);
    }

    /// A hub with the checkpoint and what else a repository holds.
    TestHub hub() {
        return new TestHub().with("config.json", TestHub.bytes("{\"model_type\": \"bert\"}")).with(WEIGHTS, weights)
                .with("tf_model.h5", new byte[5_000]).with("README.md", TestHub.bytes("hello"));
    }

    FetchRecord from(TestHub hub) {
        return from(hub.address(), Proxies.none(), null);
    }

    FetchRecord from(String address, Proxies proxies, @Nullable String token) {
        return from(address, proxies, token, Duration.ofSeconds(20));
    }

    FetchRecord from(String address, Proxies proxies, @Nullable String token, Duration stall) {
        var patience = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), stall, 4,
                (time, _) -> waits.add(time));
        return FetchCheckpoint.run(new HubAccess(Hub.of(address, "main"), proxies, token, patience), REPOSITORY,
                folder, this);
    }

    List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    void assertWhole() throws IOException {
        assertThat(names()).containsExactly("config.json", "fetched.json", WEIGHTS);
        assertThat(folder.resolve(WEIGHTS)).hasBinaryContent(weights);
        assertThat(FetchRecord.read(folder)).hasValueSatisfying(record -> {
            assertThat(record.whole()).isTrue();
            assertThat(record.bytesIn(folder)).isEqualTo(record.bytes());
        });
    }

    void assertNotWhole() {
        assertThat(FetchRecord.read(folder)).hasValueSatisfying(record -> assertThat(record.whole()).isFalse());
        assertThat(folder.resolve(WEIGHTS)).doesNotExist();
    }

    @Override
    public void fetching(long nowDone, long nowTotal) {
        done = nowDone;
        total = nowTotal;
        tell("fetching");
    }

    @Override
    public void checking(long nowDone, long nowTotal) {
        tell("checking");
    }

    @Override
    public void waiting() {
        tell("waiting");
    }

    private void tell(String what) {
        if (told.isEmpty() || !told.getLast().equals(what)) {
            told.add(what);
        }
    }

    @Override
    public boolean isCancelled() {
        return stop.getAsBoolean();
    }
}
