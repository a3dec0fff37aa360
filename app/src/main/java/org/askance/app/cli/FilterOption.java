package org.askance.app.cli;

import org.askance.storage.Project;
import org.askance.storage.query.Parsed;
import org.askance.storage.query.Query;
import org.askance.storage.query.QueryProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which pairs a command is about.
final class FilterOption {

    @Option(names = "--filter", paramLabel = "QUERY", defaultValue = "", description = "${bundle:cli.filter}")
    private String text = "";

    /// The query, or `null` once it was said what is wrong with it.
    @Nullable
    Query query(Terminal terminal, Project project) {
        return query(terminal, project, text);
    }

    static @Nullable Query query(Terminal terminal, Project project, String text) {
        return switch (project.finder().parse(text)) {
            case Parsed.Good(var query) -> query;
            case Parsed.Bad(var problem) -> told(terminal, text, problem);
        };
    }

    /// The query with a mark under the word that was not understood.
    private static @Nullable Query told(Terminal terminal, String text, QueryProblem problem) {
        terminal.say(problem.told().in(terminal.strings()::told));
        terminal.say("  " + text);
        terminal.say("  " + " ".repeat(text.codePointCount(0, problem.from()))
                + "^".repeat(text.codePointCount(problem.from(), problem.to())));
        return null;
    }
}
