package org.askance.model.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.askance.model.told.OfHub;
import org.askance.model.told.Told;
import org.jspecify.annotations.Nullable;

/// Fetches one file, whole and checked, into its place. It grows beside its place under the name of its
/// content, so that a later attempt, or a later start of the program, goes on where this one ended.
final class Download {

    private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

    /// What came is not what was listed.
    private static final class Damage extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Told told;

        Damage(Told told) {
            super(told.english());
            this.told = told;
        }
    }

    private final HubConnection connection;
    private final HubAccess access;
    private final FetchListener listener;
    private final Retries retries;
    private final HubFile file;
    private final URI from;
    private final Told what;
    private final Path place;
    private final Path partial;
    private final LongConsumer has;
    /// The strong validator of what has come in this run; `null` while there is none.
    private @Nullable String tag;
    private long best;

    /// @param has hears how many of its bytes are there
    Download(HubConnection connection, HubAccess access, FetchListener listener, String repository, HubFile file,
            Path folder, LongConsumer has) {
        this.connection = connection;
        this.access = access;
        this.listener = listener;
        this.retries = new Retries(access.patience(), listener);
        this.file = file;
        this.from = access.hub().file(repository, file.path());
        this.what = OfHub.OF.with(file.path(), repository);
        this.place = file.in(folder);
        this.partial = file.partialIn(folder);
        this.has = has;
    }

    /// @throws HubException if it cannot be had; what has come of it is kept, unless it is damaged
    void run() throws IOException {
        var damage = Told.NOTHING;
        // A damaged file is fetched once more; one that is damaged again is damaged where it comes from.
        for (int round = 0; round < 2; round++) {
            try {
                fetch();
                if (!file.is(partial, listener::isCancelled)) {
                    throw new Damage(OfHub.OTHER_HASH.with());
                }
                Files.move(partial, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (Damage e) {
                damage = e.told;
                Files.deleteIfExists(partial);
                tag = null;
            }
        }
        throw new HubException(OfHub.DAMAGED_TWICE.with(what, damage));
    }

    /// Attempts until the partial file is as long as it should be.
    private void fetch() throws Damage, IOException {
        best = 0;
        if (file.bytes() == 0) {
            Files.write(partial, new byte[0]);
        }
        Optional<Damage> damage = retries.run(what, () -> {
            try {
                while (length() < file.bytes()) {
                    attempt();
                }
                return Optional.empty();
            } catch (Damage e) {
                return Optional.of(e);
            }
        });
        if (damage.isPresent()) {
            throw damage.get();
        }
    }

    private void attempt() throws PassingFailure, Damage {
        long start = length();
        var headers = new HashMap<String, String>();
        if (start > 0) {
            headers.put("Range", "bytes=" + start + "-");
            if (tag != null) {
                headers.put("If-Range", tag);
            }
        }
        var answer = connection.get(from, Map.copyOf(headers), what);
        try {
            start = start(answer, start);
            checkLength(answer.headers(), file.bytes() - start);
        } catch (PassingFailure | Damage e) {
            Body.drop(answer.body());
            throw e;
        }
        tag = answer.headers().firstValue("ETag").filter(value -> value.startsWith("\"")).orElse(null);
        take(answer, start);
    }

    /// Where the bytes of `answer` belong: a server may ignore that we only asked for the rest.
    private long start(HubConnection.Answer answer, long asked) throws PassingFailure, Damage {
        if (answer.status() == 200) {
            return 0;
        }
        if (answer.status() == 206) {
            var range = RANGE.matcher(answer.headers().firstValue("Content-Range").orElse(""));
            if (range.matches() && Long.parseLong(range.group(1)) == asked) {
                if (!range.group(2).equals("*") && Long.parseLong(range.group(2)) != file.bytes()) {
                    throw new Damage(OfHub.OTHER_BYTES.with(file.bytes(), range.group(2)));
                }
                return asked;
            }
        }
        // 416, or a part that nobody asked for: from the beginning.
        deletePartial();
        throw new PassingFailure(OfHub.REST_NOT_GIVEN.with(), (Throwable) null);
    }

    private void checkLength(HttpHeaders headers, long due) throws Damage {
        var length = headers.firstValueAsLong("Content-Length");
        if (length.isPresent() && length.getAsLong() != due) {
            throw new Damage(OfHub.OTHER_BYTES.with(due, length.getAsLong()));
        }
    }

    private void take(HubConnection.Answer answer, long start) throws PassingFailure {
        try (var channel = FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(start).position(start);
            Body.take(answer.body(), channel, file.bytes() - start, access.patience().stall(), listener::isCancelled,
                    taken -> at(start + taken));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (length() < file.bytes()) {
            throw new PassingFailure(OfHub.ENDED_EARLY.with(), (Throwable) null);
        }
    }

    private void at(long bytes) {
        if (bytes > best) {
            best = bytes;
            retries.advanced();
        }
        has.accept(bytes);
    }

    private long length() {
        try {
            long length = Files.exists(partial) ? Files.size(partial) : 0;
            if (length > file.bytes()) {
                deletePartial();
                return 0;
            }
            return length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deletePartial() {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
