package org.askance.app;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// A hub on this machine with small random checkpoints under the names of the real ones. Its line can be made
/// so slow that a test lets every byte through.
public final class SmallHub implements AutoCloseable {

    private static final Path PARITY = Path.of("../model/src/test/resources/parity");
    private static final int LINE = 1_000_000_000;
    private static final int PART = 500;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Map<String, byte[]>> repositories = new LinkedHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Semaphore line = new Semaphore(LINE);

    public SmallHub() throws IOException {
        this(0);
    }

    /// @param port 0 for any that is free
    public SmallHub(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var words = new StringBuilder("[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n");
        for (int i = 5; i < 600; i++) {
            words.append("word").append(i).append('\n');
        }
        repositories.put("google-bert/bert-base-uncased", files("bert", Map.of("vocab.txt", words.toString())));
        for (var name : List.of("google/vit-base-patch32-224-in21k", "google/vit-base-patch16-224-in21k")) {
            repositories.put(name, files("vit", Map.of()));
        }
        var merges = Map.of("vocab.json", "{\"<|startoftext|>\": 1, \"<|endoftext|>\": 2}", "merges.txt",
                "#version: 0.2\n");
        for (var name : List.of("openai/clip-vit-base-patch32", "openai/clip-vit-base-patch16")) {
            repositories.put(name, files("clip", merges));
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private static Map<String, byte[]> files(String folder, Map<String, String> more) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (var name : List.of("config.json", "model.safetensors")) {
            files.put(name, Files.readAllBytes(PARITY.resolve(folder).resolve(name)));
        }
        more.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String address() {
        return "http://127.0.0.1:" + port();
    }

    /// Addresses that were asked for.
    public List<String> asked() {
        return asked;
    }

    /// From now on nothing comes but what is let through.
    public SmallHub slow() {
        line.drainPermits();
        return this;
    }

    /// Lets so many bytes through.
    public void let(int bytes) {
        line.release(bytes);
    }

    /// Lets everything through again.
    public void quick() {
        line.release(LINE);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestURI().toString());
            for (var repository : repositories.entrySet()) {
                if (path.equals("/api/models/" + repository.getKey() + "/tree/main")) {
                    send(exchange, new ObjectMapper().writeValueAsBytes(list(repository.getValue())));
                    return;
                }
                String files = "/" + repository.getKey() + "/resolve/main/";
                var file = path.startsWith(files) ? repository.getValue().get(path.substring(files.length())) : null;
                if (file != null) {
                    send(exchange, file);
                    return;
                }
            }
            exchange.sendResponseHeaders(404, -1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Map<String, Object>> list(Map<String, byte[]> files) {
        var list = new ArrayList<Map<String, Object>>();
        files.forEach((path, content) -> list.add(Map.of("type", "file", "path", path, "size", content.length, "oid",
                "0".repeat(40), "lfs", Map.of("oid", hash(content), "size", content.length))));
        return list;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(HttpExchange exchange, byte[] content) throws IOException, InterruptedException {
        var range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from > 0) {
            exchange.getResponseHeaders().set("Content-Range",
                    "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        for (int at = from; at < content.length; at += PART) {
            int count = Math.min(PART, content.length - at);
            line.acquire(count);
            exchange.getResponseBody().write(content, at, count);
            exchange.getResponseBody().flush();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /// A port where nobody answers.
    public static int deadPort() {
        try (var hub = new SmallHub()) {
            return hub.port();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
