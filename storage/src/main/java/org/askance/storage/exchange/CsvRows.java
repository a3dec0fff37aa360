package org.askance.storage.exchange;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.askance.storage.told.OfReading;
import org.askance.storage.told.Told;
import org.askance.storage.told.ToldException;
import org.jspecify.annotations.Nullable;

/// A CSV or TSV file with a header. Comma, semicolon, tab or bar separate, whichever the header holds most of; or what
/// a first line names as Excel does: `sep=;`.
final class CsvRows implements Table {

    private static final int LONGEST_ROW = 1 << 20;
    private static final Pattern NAMED_DELIMITER = Pattern.compile("(?i)\"?sep=([^\\w\"])\\1*\"? *");

    private final Path file;
    private final @Nullable Charset chosen;

    CsvRows(Path file, @Nullable Charset chosen) {
        this.file = file;
        this.chosen = chosen;
    }

    @Override
    public Charset encoding() throws IOException {
        return chosen == null ? Encodings.detect(file) : chosen;
    }

    @Override
    public List<String> header() throws IOException {
        try (var text = SourceText.open(file, chosen)) {
            return header(records(text));
        }
    }

    private CsvRecords records(SourceText text) throws IOException {
        String first = FormatGuess.firstLine(file, text.charset());
        var named = NAMED_DELIMITER.matcher(first);
        if (!named.matches()) {
            return new CsvRecords(text, delimiter(first), LONGEST_ROW);
        }
        var records = new CsvRecords(text, named.group(1).charAt(0), LONGEST_ROW);
        records.next();
        return records;
    }

    private static char delimiter(String first) {
        return Stream.of(',', ';', '\t', '|')
                .max(Comparator.comparingLong(mark -> first.chars().filter(c -> c == mark).count())).orElse(',');
    }

    private List<String> header(CsvRecords records) throws IOException {
        return switch (records.next()) {
            case CsvRecords.Next.End _ -> throw new ToldException(OfReading.HEADER_MISSING.with(file));
            case CsvRecords.Next.Broken(Told reason) ->
                throw new ToldException(OfReading.HEADER_BROKEN.with(file, reason));
            case CsvRecords.Next.Cells(List<String> cells) -> distinct(cells);
        };
    }

    /// Columns without a name are called by their number, and a second one of a name too.
    private static List<String> distinct(List<String> names) {
        var distinct = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            if (name.isEmpty()) {
                name = unnamed(i);
            }
            distinct.add(distinct.contains(name) ? name + " " + (i + 1) : name);
        }
        return distinct;
    }

    @Override
    public void read(FilesProgress progress, Row row) throws IOException {
        try (var text = SourceText.open(file, chosen)) {
            var records = records(text);
            var columns = new HashMap<String, Integer>();
            var header = header(records);
            for (int i = 0; i < header.size(); i++) {
                columns.put(header.get(i), i);
            }
            var gathered = EventRows.areIn(header) ? new EventRows(header, row) : null;
            var pairs = gathered == null ? row : gathered;
            boolean own = OwnColumns.areIn(header);
            int named = named(header);
            for (var next = records.next(); !(next instanceof CsvRecords.Next.End); next = records.next()) {
                switch (next) {
                    case CsvRecords.Next.Cells(List<String> cells) when width(cells) > header.size() ->
                        progress.sink().problem(overlong(records, width(cells), header.size()));
                    case CsvRecords.Next.Cells(List<String> cells) -> {
                        if (cells.size() < named && width(cells) > 0) {
                            progress.sink().problem(new RowProblem(file, records.line(),
                                    OfReading.SHORT_ROW.with(cells.size(), named), OfReading.FILL_ROW.with()));
                        }
                        pairs.take(own ? ownCells(cells, columns, header) : cells(cells, columns), records.line());
                    }
                    case CsvRecords.Next.Broken(Told reason) -> progress.sink().problem(new RowProblem(file,
                            records.line(), OfReading.ROW_BROKEN.with(reason), OfReading.CLOSE_QUOTE.with()));
                    case CsvRecords.Next.End() -> {
                    }
                }
                progress.at(text);
            }
            if (gathered != null) {
                gathered.end();
            }
            progress.done(text);
        }
    }

    /// Spreadsheets end headers with empty cells too: nobody misses what would stand below.
    private static int named(List<String> header) {
        int named = header.size();
        while (named > 0 && header.get(named - 1).equals(unnamed(named - 1))) {
            named--;
        }
        return named;
    }

    private static String unnamed(int at) {
        return "column " + (at + 1);
    }

    /// Spreadsheets end rows with empty cells, which lose nothing.
    private static int width(List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }

    /// Where its cells belong cannot be told, so none is taken.
    private RowProblem overlong(CsvRecords records, int cells, int columns) {
        var mark = switch (records.delimiter()) {
            case ',' -> OfReading.COMMA.with();
            case ';' -> OfReading.SEMICOLON.with();
            case '\t' -> OfReading.TAB.with();
            case '|' -> OfReading.BAR.with();
            default -> OfReading.OTHER_MARK.with(records.delimiter());
        };
        return new RowProblem(file, records.line(),
                OfReading.CELLS.with(cells, columns), OfReading.QUOTE_TEXT.with(mark));
    }

    private static Cells cells(List<String> cells, Map<String, Integer> columns) {
        return column -> {
            var at = columns.get(column);
            return at == null || at >= cells.size() ? null : cells.get(at);
        };
    }

    private static Cells ownCells(List<String> cells, Map<String, Integer> columns, List<String> header) {
        var plain = cells(cells, columns);
        return new Cells() {
            @Override
            public @Nullable String text(String column) {
                return plain.text(column);
            }

            @Override
            public OwnDetails own(long line, RowMaker rows) {
                return new OwnDetails(OwnColumns.of(header, plain, line, rows), line, rows);
            }
        };
    }
}
