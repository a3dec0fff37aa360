package org.askance.model.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A hub on this machine, over real HTTP. It serves well, or as badly as a test asks, request by request.
final class TestHub implements AutoCloseable {

    /// Answers one request for a file of `content`.
    @FunctionalInterface
    interface Manner {
        void answer(HttpExchange exchange, byte[] content) throws IOException;
    }

    /// A request as it came.
    record Asked(String uri, Map<String, List<String>> headers) {
        @Nullable
        String header(String name) {
            return headers.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst()).findFirst().orElse(null);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> listed = new LinkedHashMap<>();
    private final Map<String, Queue<Manner>> manners = new ConcurrentHashMap<>();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closing = new CountDownLatch(1);

    TestHub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address() {
        return "http://127.0.0.1:" + port();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A file of the repository; beyond 1,000 bytes as the hub lists large ones, by SHA-256.
    TestHub with(String path, byte[] content) {
        files.put(path, content);
        var entry = new LinkedHashMap<String, Object>();
        entry.put("type", "file");
        entry.put("path", path);
        entry.put("size", content.length);
        entry.put("oid", hash("SHA-1", bytes("blob " + content.length + "\0"), content));
        if (content.length > 1_000) {
            entry.put("oid", hash("SHA-1", new byte[0], bytes("a pointer")));
            entry.put("lfs", Map.of("oid", hash("SHA-256", new byte[0], content), "size", content.length,
                    "pointerSize", 134));
        }
        listed.put(path, entry);
        return this;
    }

    /// All files of `folder`.
    TestHub with(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            for (var file : all.toList()) {
                with(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return this;
    }

    /// Changes how a file is listed.
    TestHub list(String path, String key, Object value) {
        listed.computeIfAbsent(path, _ -> new LinkedHashMap<>(Map.of("type", "file", "path", path, "oid",
                "0".repeat(40), "size", 1))).put(key, value);
        return this;
    }

    /// How the next requests for `path` are answered, one each; those after are served well. The list of
    /// files is the path "".
    TestHub then(String path, Manner... next) {
        manners.computeIfAbsent(path, _ -> new ConcurrentLinkedDeque<>()).addAll(Arrays.asList(next));
        return this;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /// Requests for one file.
    List<Asked> asked(String path) {
        return asked().stream().filter(one -> one.uri.endsWith("/" + path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(
                    new Asked(exchange.getRequestURI().toString(), new LinkedHashMap<>(exchange.getRequestHeaders())));
            String uri = exchange.getRequestURI().getPath();
            boolean list = uri.startsWith("/api/models/");
            String path = list ? "" : uri.substring(uri.lastIndexOf('/') + 1);
            var content = list ? new ObjectMapper().writeValueAsBytes(listed.values()) : files.get(path);
            var manner = manners.getOrDefault(path, new ArrayDeque<>()).poll();
            if (manner != null) {
                manner.answer(exchange, content == null ? new byte[0] : content);
            } else if (content == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                serve(exchange, content);
            }
        }
    }

    /// As it should be: whole, or the part that was asked for.
    static void serve(HttpExchange exchange, byte[] content) throws IOException {
        part(exchange, content, content.length);
    }

    private static void part(HttpExchange exchange, byte[] content, int until) throws IOException {
        int from = from(exchange.getRequestHeaders());
        var headers = exchange.getResponseHeaders();
        headers.set("ETag", "\"" + hash("SHA-1", new byte[0], content) + "\"");
        if (from > 0) {
            headers.set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        exchange.getResponseBody().write(content, from, Math.max(0, until - from));
        exchange.getResponseBody().flush();
    }

    private static int from(Headers headers) {
        var range = headers.getFirst("Range");
        return range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
    }

    /// Promises all, ends the connection before byte `at`.
    static Manner breaksOffAt(int at) {
        return (exchange, content) -> part(exchange, content, at);
    }

    /// Promises all, sends up to byte `at`, then nothing more, without ending.
    Manner stallsAt(int at) {
        return (exchange, content) -> {
            part(exchange, content, at);
            try {
                closing.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /// Sends everything whatever part was asked for.
    static void ignoresRange(HttpExchange exchange, byte[] content) throws IOException {
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
    }

    /// Sends `sent` bytes and says that they are all.
    static Manner sends(int sent) {
        return (exchange, content) -> ignoresRange(exchange, Arrays.copyOf(content, sent));
    }

    /// Sends the right number of wrong bytes.
    static void corrupts(HttpExchange exchange, byte[] content) throws IOException {
        var wrong = content.clone();
        wrong[wrong.length / 2] ^= 1;
        serve(exchange, wrong);
    }

    static Manner says(int status, String... headers) {
        return (exchange, _) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    static String hash(String algorithm, byte[] before, byte[] content) {
        try {
            var digest = MessageDigest.getInstance(algorithm);
            digest.update(before);
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
