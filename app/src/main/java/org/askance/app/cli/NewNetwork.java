package org.askance.app.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.askance.app.work.Encoders;
import org.askance.app.work.FineTuneNetwork.From;
import org.askance.model.input.Exif;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The encoders that a new network begins from, each by its folder or by the name it was fetched under.
final class NewNetwork {

    @Option(names = "--text-encoder", required = true, paramLabel = "NAME|DIR", description = "${bundle:cli.train.text}")
    private String text = "";

    @Option(names = "--image-encoder", required = true, paramLabel = "NAME|DIR", description = "${bundle:cli.train.image}")
    private String image = "";

    @Option(names = "--knowledge", description = "${bundle:cli.train.knowledge}")
    private boolean knowledge;

    @Option(names = "--ignore-exif", description = "${bundle:cli.train.exif}")
    private boolean ignoreExif;

    /// Empty, after telling why, where one is neither a folder nor a name.
    ///
    /// @param teacher `null` for none
    Optional<From> from(Terminal terminal, @Nullable String teacher) {
        var fetched = Encoders.complete(terminal.home());
        var texts = folder(terminal, fetched, Encoders.Kind.TEXT, text);
        var images = folder(terminal, fetched, Encoders.Kind.IMAGE, image);
        var teachers = teacher == null
                ? Optional.<Path>empty()
                : folder(terminal, fetched, Encoders.Kind.TEACHER, teacher);
        return texts.isEmpty() || images.isEmpty() || teachers.isPresent() != (teacher != null)
                ? Optional.empty()
                : Optional.of(new From.Encoders(texts.get(), images.get(), teachers.orElse(null), knowledge,
                        ignoreExif ? Exif.IGNORED : Exif.UPRIGHT));
    }

    /// The same without new encoders: the current checkpoint goes on, under `teacher` if one is named.
    static Optional<From> current(Terminal terminal, @Nullable String teacher) {
        return teacher == null
                ? Optional.of(new From.Current(null))
                : folder(terminal, Encoders.complete(terminal.home()), Encoders.Kind.TEACHER, teacher)
                        .map(From.Current::new);
    }

    private static Optional<Path> folder(Terminal terminal, List<Encoders.Encoder> fetched, Encoders.Kind kind,
            String typed) {
        var found = directory(typed).or(() -> Encoders.named(fetched, kind, typed).map(Encoders.Encoder::folder));
        if (found.isEmpty()) {
            String names = fetched.stream().filter(one -> one.kind() == kind).map(Encoders.Encoder::title)
                    .collect(Collectors.joining(", "));
            terminal.tell(names.isEmpty() ? "cli.train.unknown.none" : "cli.train.unknown", typed, names);
        }
        return found;
    }

    private static Optional<Path> directory(String typed) {
        try {
            return Optional.of(Path.of(typed)).filter(Files::isDirectory);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
