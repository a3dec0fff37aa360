package org.askance.storage.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import org.askance.storage.files.FileTrouble;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.ToldException;
import org.jspecify.annotations.Nullable;

/// A text file as a stream of clean characters: bytes that its encoding does not know are replaced and counted,
/// control characters and half surrogate pairs are gone. Memory does not grow with the file.
final class SourceText extends Reader {

    private static final int BUFFER = 1 << 16;
    private static final char REPLACEMENT = '\uFFFD';
    /// Half a pair, which no encoding gives: so what could not be read is told from a replacement character that stands
    /// in the file.
    private static final String UNREADABLE = "\uDC00";

    /// Texts hold a stray control character now and then; of random or compressed bytes every ninth is one.
    private static final int FEWEST_CONTROLS = 8;
    private static final int ONE_CONTROL_IN = 20;

    private final Path file;
    private final Charset charset;
    private final long size;
    private final Counting bytes;
    private final Reader decoded;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int end;
    private long replaced;

    private SourceText(Path file, Charset charset) throws IOException {
        this.file = file;
        this.charset = charset;
        this.size = Files.size(file);
        this.bytes = new Counting(Files.newInputStream(file));
        this.decoded = new InputStreamReader(bytes, charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE).replaceWith(UNREADABLE));
    }

    /// @param chosen the encoding that a person chose; `null` to find it
    /// @throws IOException with a sentence, if `file` is no plain file (a pipe would never end), cannot be read, or is
    ///         no text
    static SourceText open(Path file, @Nullable Charset chosen) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ToldException(OfReading.NO_FILE.with(file));
        }
        try {
            var charset = chosen == null ? Encodings.detect(file) : chosen;
            if (!isText(file, charset)) {
                throw new ToldException(OfReading.NOT_TEXT.with(file));
            }
            return new SourceText(file, charset);
        } catch (ToldException e) {
            throw e;
        } catch (IOException e) {
            throw new ToldException(OfReading.FILE_NOT_READ.with(file, FileTrouble.told(e)), e);
        }
    }

    /// Judged by its beginning. Line breaks, tabs, form feeds and the colours of terminals stand in texts.
    private static boolean isText(Path file, Charset charset) throws IOException {
        String start;
        try (var in = Files.newInputStream(file)) {
            start = new String(in.readNBytes(BUFFER), charset);
        }
        long controls = start.chars().filter(c -> c < ' ' && "\n\r\t\f\u001B".indexOf(c) < 0).count();
        return controls < FEWEST_CONTROLS || controls * ONE_CONTROL_IN < start.length();
    }

    Charset charset() {
        return charset;
    }

    /// Bytes read so far, a little more than characters given.
    long position() {
        return bytes.count;
    }

    long size() {
        return size;
    }

    /// Tells `sink` how many characters could not be read, if any.
    void report(ExampleSource.Sink sink) {
        if (replaced > 0) {
            sink.problem(new RowProblem(file, 0, OfReading.REPLACED.with(replaced, charset.displayName()),
                    OfReading.TRY_ENCODING.with()));
        }
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        int given = Math.min(length, end - at);
        System.arraycopy(buffer, at, into, from, given);
        at += given;
        return given;
    }

    /// Whether there is more; a high surrogate at the buffer's end waits for its partner.
    private boolean fill() throws IOException {
        at = 0;
        end = 0;
        while (end == 0) {
            int read = decoded.read(buffer, 0, BUFFER - 1);
            if (read < 0) {
                return false;
            }
            if (Character.isHighSurrogate(buffer[read - 1])) {
                int partner = decoded.read();
                if (partner >= 0) {
                    buffer[read++] = (char) partner;
                }
            }
            end = clean(read);
        }
        return true;
    }

    private int clean(int read) {
        int kept = 0;
        for (int i = 0; i < read; i++) {
            char c = buffer[i];
            if (Character.isHighSurrogate(c) && i + 1 < read && Character.isLowSurrogate(buffer[i + 1])) {
                buffer[kept++] = c;
                buffer[kept++] = buffer[++i];
            } else if (Character.isSurrogate(c)) {
                replaced++;
                buffer[kept++] = REPLACEMENT;
            } else if (!CleanText.isDropped(c)) {
                buffer[kept++] = c;
            }
        }
        return kept;
    }

    @Override
    public void close() throws IOException {
        decoded.close();
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
