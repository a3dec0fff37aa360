package org.askance.model.hub;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.askance.model.told.OfHub;
import org.askance.model.told.Told;
import org.askance.model.told.ToldException;
import org.jspecify.annotations.Nullable;

/// Reads the hub's list of a repository's files, page by page.
final class FileList {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_PAGES = 50;
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");
    private static final Pattern CLIMBS = Pattern.compile("(^|/)(\\.{0,2})(/|$)|[\\\\:\\x00-\\x1f]");

    private FileList() {}

    /// @throws HubException if the repository is not there, or the list makes no sense
    static List<HubFile> of(HubConnection connection, Hub hub, String repository) throws PassingFailure {
        var files = new ArrayList<HubFile>();
        @Nullable
        URI page = hub.list(repository);
        for (int i = 0; page != null && i < MOST_PAGES; i++) {
            var answer = connection.text(page, OfHub.AT_REVISION.with(repository, hub.revision()));
            read(repository, answer.text(), files);
            page = next(page, answer.link());
        }
        return files;
    }

    private static @Nullable URI next(URI page, String link) {
        var next = NEXT.matcher(link);
        try {
            return next.find() ? page.resolve(next.group(1)) : null;
        } catch (IllegalArgumentException e) {
            throw senseless(page.toString(), e);
        }
    }

    private static void read(String repository, String text, List<HubFile> files) {
        try {
            var list = JSON.readTree(text);
            if (!list.isArray()) {
                throw new ToldException(OfHub.NO_LIST.with());
            }
            for (var entry : list) {
                if (entry.path("type").asText("file").equals("file")) {
                    files.add(file(repository, entry));
                }
            }
        } catch (JacksonException e) {
            throw senseless(repository, e);
        } catch (IOException e) {
            throw senseless(repository, e);
        }
    }

    private static HubFile file(String repository, JsonNode entry) throws IOException {
        String path = entry.path("path").asText();
        if (CLIMBS.matcher(path).find()) {
            throw new HubException(OfHub.FILE_OUTSIDE.with(path, repository));
        }
        // Of a large file, Git holds a pointer: size and hash of its content stand apart.
        var large = entry.path("lfs");
        var checksum = large.hasNonNull("oid")
                ? new Checksum(Checksum.Kind.SHA_256, hex(large.path("oid"), 64))
                : new Checksum(Checksum.Kind.GIT_BLOB, hex(entry.path("oid"), 40));
        long bytes = (large.hasNonNull("size") ? large : entry).path("size").asLong(-1);
        if (bytes < 0) {
            throw new ToldException(OfHub.NO_SIZE.with(path));
        }
        return new HubFile(path, bytes, checksum);
    }

    private static String hex(JsonNode value, int digits) throws IOException {
        String hex = value.asText().toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{" + digits + "}")) {
            throw new ToldException(OfHub.NO_HASH.with());
        }
        return hex;
    }

    private static HubException senseless(String of, Exception cause) {
        var why = cause instanceof JacksonException
                ? OfHub.NO_JSON.with()
                : cause instanceof ToldException known
                        ? ToldException.of(known)
                        : Told.plain(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
        return new HubException(OfHub.LIST_SENSELESS.with(of, why), cause);
    }
}
