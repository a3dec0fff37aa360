package org.askance.model.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Proxies: chosen as the system says, really used, told a password where they ask for one.
class ProxiesTest {

    private static final FetchListener QUIET = new FetchListener() {
        @Override
        public void fetching(long done, long total) {}

        @Override
        public void checking(long done, long total) {}

        @Override
        public void waiting() {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    @TempDir
    private Path folder;

    private FetchRecord fetch(String address, ProxyAddress proxy) {
        var patience = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20), 2,
                (_, _) -> {});
        return FetchCheckpoint.run(
                new HubAccess(Hub.of(address, "main"), Proxies.always(proxy), "token", patience), "a/b", folder,
                QUIET);
    }

    @Test
    void everyRequestGoesThroughTheProxy() {
        // It serves what it is asked for in full, as a proxy is asked: no other way leads to hub.invalid.
        try (var proxy = new TestHub().with("config.json", TestHub.bytes("{}"))
                .with("model.safetensors", new byte[2_000])) {
            var address = ProxyAddress.of("http://me:pass%20word@127.0.0.1:" + proxy.port());
            assertThat(fetch("http://hub.invalid", address).whole()).isTrue();
            assertThat(proxy.asked()).hasSize(3).allSatisfy(asked -> {
                assertThat(asked.uri()).startsWith("http://hub.invalid/");
                assertThat(asked.header("Proxy-Authorization")).isEqualTo("Basic bWU6cGFzcyB3b3Jk");
                assertThat(asked.header("Authorization")).as("no token over a line that others can read").isNull();
            });
        }
    }

    @Test
    void aTunnelIsToldThePassword() throws IOException {
        var heads = new LinkedBlockingQueue<String>();
        try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuse(socket, heads));
            int port = socket.getLocalPort();
            assertThatThrownBy(() -> fetch("https://hub.invalid", ProxyAddress.of("127.0.0.1:" + port)))
                    .hasMessageContaining("asks for a name and a password (407)");
            assertThat(heads.poll()).startsWith("CONNECT hub.invalid:443 ").doesNotContain("Proxy-Authorization");
            assertThatThrownBy(() -> fetch("https://hub.invalid", ProxyAddress.of("http://me:pw@127.0.0.1:" + port)))
                    .hasMessageContaining("asks for a name and a password (407)");
            assertThat(heads.poll()).startsWith("CONNECT hub.invalid:443 ")
                    .containsIgnoringCase("Proxy-Authorization: Basic bWU6cHc=").doesNotContain("token");
        }
    }

    /// Writes down what is asked, and wants a password.
    private static void refuse(ServerSocket socket, LinkedBlockingQueue<String> heads) {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                var in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
                var head = new StringBuilder();
                for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    head.append(line).append('\n');
                }
                heads.add(head.toString());
                connection.getOutputStream().write(TestHub.bytes("""
                        HTTP/1.1 407 Proxy Authentication Required\r
                        Proxy-Authenticate: Basic realm="p"\r
                        Content-Length: 0\r
                        \r
                        """));
            } catch (IOException _) {
                // The test has ended.
            }
        }
    }

    @Test
    void theSystemsProxiesAreThoseOfItsVariables() {
        var proxies = Proxies.ofSystem(Map.of("https_proxy", "http://p:81", "HTTP_PROXY", "u:w@q:82", "no_proxy",
                "localhost, .example.org,exact.net:443"), null);
        assertThat(to(proxies, "https://huggingface.co/x")).isEqualTo("p:81");
        assertThat(to(proxies, "http://huggingface.co/x")).isEqualTo("u@q:82");
        assertThat(to(proxies, "https://cdn.example.org/x")).isEqualTo("none");
        assertThat(to(proxies, "https://example.org/x")).isEqualTo("none");
        assertThat(to(proxies, "https://notexample.org/x")).isEqualTo("p:81");
        assertThat(to(proxies, "https://exact.net/x")).isEqualTo("none");
        assertThat(to(proxies, "http://127.0.0.1:8000/x")).isEqualTo("none");
        assertThat(to(Proxies.ofSystem(Map.of("ALL_PROXY", "r:83", "NO_PROXY", "*"), null), "https://a/")).isEqualTo(
                "none");
        assertThat(to(Proxies.ofSystem(Map.of("ALL_PROXY", "r:83"), null), "https://a/")).isEqualTo("r:83");
        assertThat(to(Proxies.ofSystem(Map.of(), java.net.ProxySelector.of(
                java.net.InetSocketAddress.createUnresolved("desktop", 84))), "https://a/")).isEqualTo("desktop:84");
    }

    private static String to(Proxies proxies, String uri) {
        return proxies.to(URI.create(uri)).map(ProxyAddress::toString).orElse("none");
    }

    @Test
    void addressesThatCannotBeUsedAreSentences() {
        assertThatThrownBy(() -> ProxyAddress.of("socks5://a:1")).isInstanceOf(HubException.class)
                .hasMessageContaining("Write HOST:PORT");
        assertThatThrownBy(() -> ProxyAddress.of("no spaces please")).isInstanceOf(HubException.class);
        assertThatThrownBy(
                () -> Proxies.ofSystem(Map.of("all_proxy", "socks5://a:1"), null).to(URI.create("https://b/")))
                .hasMessageStartingWith(
                        "The variable all_proxy cannot be used. This is not the address of a web proxy");
        assertThat(ProxyAddress.of("http://me:p%40ss+1@h:1").login()).isEqualTo("me:p@ss+1");
        for (var address : new String[]{"", "ftp://hub", "two words", "https://hub?x=1"}) {
            assertThatThrownBy(() -> Hub.of(address, "main")).isInstanceOf(HubException.class)
                    .hasMessageContaining("‘" + address + "’ is not the address of a hub");
        }
        assertThat(Hub.of("mirror.example/hf/", " ").file("a/b", "c d.txt")).isEqualTo(
                URI.create("https://mirror.example/hf/a/b/resolve/main/c%20d.txt"));
        assertThat(Hub.of("https://h", "refs/pr/1").list("a")).isEqualTo(
                URI.create("https://h/api/models/a/tree/refs%2Fpr%2F1?recursive=true"));
        assertThatThrownBy(() -> Hub.of("https://h", "main").list("../x")).isInstanceOf(HubException.class);
    }
}
