package org.askance.storage.exchange;

import static org.askance.storage.parquet.ParquetField.floats;
import static org.askance.storage.parquet.ParquetField.optional;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.askance.storage.parquet.ParquetField;
import org.askance.storage.parquet.ParquetWriter;

/// Parquet as the Embedding Atlas reads it: our columns, then `vector`, `projection_x`, `projection_y` and
/// `neighbors`, whose ids are row numbers of this file, then who said what. Examples without a vector are left out, as are neighbours
/// that are not in the file; so it needs to know beforehand which examples come, and in which order.
final class AtlasWriter implements ExampleWriter {

    private final ExportScope scope;
    private final AtlasPoints points;
    private final Map<Long, Integer> pointRows;
    private final int[] fileRows;
    private final OutputStream out;
    private final ParquetWriter parquet;

    AtlasWriter(Path file, ExportScope scope, AtlasPoints points, long[] ids) throws IOException {
        this.scope = scope;
        this.points = points;
        this.pointRows = points.rows();
        this.fileRows = new int[points.examples().length];
        java.util.Arrays.fill(fileRows, -1);
        int next = 0;
        for (long id : ids) {
            var row = pointRows.get(id);
            if (row != null) {
                fileRows[row] = next++;
            }
        }
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        this.parquet = new ParquetWriter(out, schema(scope), ParquetExampleWriter.CREATED_BY);
    }

    private static List<ParquetField> schema(ExportScope scope) {
        var fields = new ArrayList<ParquetField>(ParquetExampleWriter.example());
        for (var task : scope.taskNames()) {
            fields.add(optional(ExportScope.column(task), ParquetField.Type.TEXT));
            fields.add(optional(task + "_given", ParquetField.Type.TEXT));
            fields.add(optional(task + "_predicted", ParquetField.Type.TEXT));
            fields.add(optional(task + "_confidence", ParquetField.Type.DOUBLE));
        }
        fields.add(floats("vector"));
        fields.add(new ParquetField.Value("projection_x", ParquetField.Type.DOUBLE, false));
        fields.add(new ParquetField.Value("projection_y", ParquetField.Type.DOUBLE, false));
        fields.add(new ParquetField.Group("neighbors",
                List.of(new ParquetField.ListOf("ids",
                        new ParquetField.Value("element", ParquetField.Type.INT64, false)),
                        floats("distances"))));
        fields.addAll(ParquetExampleWriter.said());
        return fields;
    }

    @Override
    public void write(ExportRow row) throws IOException {
        var point = pointRows.get(row.example().id());
        if (point == null) {
            return;
        }
        var values = ParquetExampleWriter.example(row, scope);
        for (var task : scope.taskNames()) {
            var predicted = row.predicted().get(task);
            values.add(scope.labels().of(row, task));
            values.add(row.given().get(task));
            values.add(predicted == null ? null : predicted.label());
            values.add(predicted == null ? null : predicted.confidence());
        }
        values.add(points.vectors()[point]);
        values.add(points.x()[point]);
        values.add(points.y()[point]);
        int[] near = points.neighbours()[point];
        var kept = IntStream.range(0, near.length).filter(i -> fileRows[near[i]] >= 0).boxed().toList();
        values.add(List.of(kept.stream().map(i -> (long) fileRows[near[i]]).toList(),
                kept.stream().map(i -> points.distances()[point][i]).toList()));
        values.addAll(ParquetExampleWriter.said(row, scope));
        parquet.row(values);
    }

    @Override
    public void close() throws IOException {
        parquet.close();
        out.close();
    }
}
