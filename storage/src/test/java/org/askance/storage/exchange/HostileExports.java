package org.askance.storage.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.askance.storage.Project;
import org.askance.storage.dataset.ExampleFilter;
import org.askance.storage.dataset.ExampleRow;
import org.askance.storage.files.Journal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The project of [HostilePairs] for all tests of a class, with a folder for what they export of it.
final class HostileExports implements BeforeAllCallback, AfterAllCallback {

    static final int COUNT = 400;

    private final long seed;
    private @Nullable Path folder;
    private @Nullable Project project;
    private List<ExampleRow> rows = List.of();

    HostileExports(long seed) {
        this.seed = seed;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        var place = Files.createTempDirectory("hostile");
        folder = place;
        var made = HostilePairs.project(place, seed, COUNT);
        project = made;
        rows = made.examples().rows(made.examples().ids(ExampleFilter.ALL));
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        project().close();
        try (var files = Files.walk(folder())) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    Project project() {
        return made(project);
    }

    Path folder() {
        return made(folder);
    }

    private static <T> T made(@Nullable T thing) {
        return java.util.Objects.requireNonNull(thing, "made before the first test");
    }

    /// All pairs, in the order in which they are exported.
    List<ExampleRow> rows() {
        return rows;
    }

    Path export(ExportFormat format, ExportLabels labels, boolean copyImages, String name) throws IOException {
        return export(format, labels, copyImages, null, name);
    }

    Path export(ExportFormat format, ExportLabels labels, boolean copyImages, @Nullable AtlasPoints points,
            String name) throws IOException {
        var out = folder().resolve(name);
        var written = new ExampleExport(project().exportRows(), project().tasks().list()).write(
                new ExampleExport.Order(format, project().examples().ids(ExampleFilter.ALL), labels,
                        project().checkpoints().current(), copyImages, points, out),
                Journal.none(),
                _ -> {});
        assertThat(written.rows()).isEqualTo(COUNT);
        return out;
    }
}
