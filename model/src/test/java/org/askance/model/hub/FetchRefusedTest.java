package org.askance.model.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be fetched is one sentence, at once where waiting would not help.
class FetchRefusedTest {

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
    void redirectsThatLeadNowhereAreSentences() {
        hub.then("", TestHub.says(302, "Location", "file:///etc/passwd"));
        assertThatThrownBy(() -> fetch.from(hub)).hasMessageContaining("‘file:///etc/passwd’, which is no address");
        hub.then("", TestHub.says(302));
        assertThatThrownBy(() -> fetch.from(hub)).hasMessageContaining("no address that can be trusted");
        for (int i = 0; i < 30; i++) {
            hub.then("", TestHub.says(302, "Location", "/api/models/a/b/tree/main"));
        }
        assertThatThrownBy(() -> fetch.from(hub)).hasMessageContaining("without an end");
    }

    @Test
    void whatTheHubRefusesIsASentenceAtOnce() {
        for (var refusal : List.of(List.of("401", "no public checkpoint someone/small-bert (main)"),
                List.of("403", "agree to a licence"), List.of("404", "has no someone/small-bert (main)"),
                List.of("418", "with status 418"))) {
            hub.then("", TestHub.says(Integer.parseInt(refusal.getFirst())));
            assertThatThrownBy(() -> fetch.from(hub)).isInstanceOf(HubException.class)
                    .hasMessageContaining(refusal.getLast());
        }
        hub.then(WEIGHTS, TestHub.says(404));
        assertThatThrownBy(() -> fetch.from(hub))
                .hasMessageContaining("has no model.safetensors of someone/small-bert (404)");
        assertThat(fetch.waits).isEmpty();
    }

    @Test
    void withoutANetworkOneSentenceSaysSoAtOnce() {
        hub.close();
        assertThatThrownBy(() -> fetch.from(hub)).isInstanceOf(HubException.class)
                .hasMessage("There is no connection to 127.0.0.1:" + hub.port()
                        + ". Check the network, the hub’s address, and whether a"
                        + " proxy is needed.");
        assertThatThrownBy(() -> fetch.from("https://hub.invalid", Proxies.none(), null)).hasMessage(
                "There is no connection to hub.invalid, whose name is not known here. Check the network, the hub’s"
                        + " address, and whether a proxy is needed.");
        var proxy = new ProxyAddress("127.0.0.1", hub.port(), "me:secret");
        assertThatThrownBy(() -> fetch.from("https://hub.invalid", Proxies.always(proxy), null))
                .hasMessage("There is no connection to hub.invalid through the proxy me@127.0.0.1:" + hub.port()
                        + ". Check the network, the hub’s address, and the proxy.");
        assertThat(fetch.waits).isEmpty();
    }

    @Test
    void twoFetchesIntoOneFolderDoNotMix() {
        fetch.stop = () -> {
            if (fetch.done > 0) {
                assertThatThrownBy(() -> FetchCheckpoint.run(
                        new HubAccess(Hub.of(hub.address(), "main"), Proxies.none(), null, Patience.usual()),
                        TestFetch.REPOSITORY, folder, new TestFetch(folder)))
                        .hasMessageContaining("is being fetched into " + folder);
                return true;
            }
            return false;
        };
        hub.then(WEIGHTS, hub.stallsAt(10_000));
        assertThatThrownBy(() -> fetch.from(hub)).isInstanceOf(CancellationException.class);
    }

    @Test
    void listsThatMakeNoSenseOrClimbAreRefused() throws IOException {
        hub.list("../../.bashrc", "size", 5);
        assertThatThrownBy(() -> fetch.from(hub)).hasMessageContaining("‘../../.bashrc’")
                .hasMessageContaining("outside its folder");
        hub.then("", (exchange, _) -> TestHub.serve(exchange, TestHub.bytes("<html>welcome</html>")));
        assertThatThrownBy(() -> fetch.from(hub)).hasMessageContaining("cannot be understood")
                .hasMessageEndingWith("Check the hub’s address.");
        hub.then("",
                (exchange, _) -> TestHub.serve(exchange, TestHub.bytes("[{\"path\": \"config.json\", \"size\": 5}]")));
        assertThatThrownBy(() -> fetch.from(hub)).hasMessageContaining("gives no hash");
        hub.then("", (exchange, _) -> TestHub.serve(exchange, TestHub.bytes("[]")));
        assertThatThrownBy(() -> fetch.from(hub)).hasMessageContaining("has no config.json");
        assertThat(fetch.names()).isEmpty();
    }

    @Test
    void aDiskWithoutRoomIsSaidBeforeAnythingComes() {
        hub.list(WEIGHTS, "lfs", java.util.Map.of("oid", "a".repeat(64), "size", 1L << 60));
        assertThatThrownBy(() -> fetch.from(hub)).hasMessageContaining("someone/small-bert needs 115292150460")
                .hasMessageContaining("MB free. Make room, or choose another folder.");
        assertThat(hub.asked()).hasSize(1);
    }

    @Test
    void aFolderThatCannotBeWrittenIsASentence() throws IOException {
        Files.writeString(folder.resolve("file"), "in the way");
        var access = new HubAccess(Hub.of(hub.address(), "main"), Proxies.none(), null, Patience.usual());
        assertThatThrownBy(() -> FetchCheckpoint.run(access, TestFetch.REPOSITORY, folder.resolve("file/below"), fetch))
                .isInstanceOf(HubException.class).hasMessageContaining(folder.resolve("file/below") + " cannot be");
    }

}
