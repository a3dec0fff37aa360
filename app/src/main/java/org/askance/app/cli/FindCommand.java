package org.askance.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.askance.storage.dataset.ExampleRepository;
import org.askance.storage.dataset.ExampleRow;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists the pairs that a query finds.
@Command(name = "find", mixinStandardHelpOptions = true, resourceBundle = CommandLineMain.BUNDLE, description = "${bundle:cli.find}")
final class FindCommand implements Callable<Integer> {

    private static final int AT_ONCE = 500;

    /// In which form.
    private static final class Form {
        @Option(names = "--count", description = "${bundle:cli.find.count}")
        private boolean count;

        @Option(names = "--ids", description = "${bundle:cli.find.ids}")
        private boolean ids;

        @Option(names = "--json", description = "${bundle:cli.find.json}")
        private boolean json;
    }

    @picocli.CommandLine.Mixin
    private final ProjectOption project = new ProjectOption();

    @Parameters(paramLabel = "QUERY", arity = "0..*", description = "${bundle:cli.find.query}")
    private List<String> words = List.of();

    @ArgGroup
    private Form form = new Form();

    private final Terminal terminal;

    FindCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return project.with(terminal, workspace -> {
            var query = FilterOption.query(terminal, workspace.project(), String.join(" ", words));
            if (query == null) {
                return 2;
            }
            if (form.count) {
                terminal.give(Integer.toString(workspace.project().finder().count(query)));
            } else {
                list(workspace.project().examples(), workspace.project().finder().ids(query));
            }
            return 0;
        });
    }

    private void list(ExampleRepository examples, long[] ids) {
        for (int from = 0; from < ids.length; from += AT_ONCE) {
            for (var row : examples.rows(Arrays.copyOfRange(ids, from, Math.min(ids.length, from + AT_ONCE)))) {
                terminal.give(line(row));
            }
        }
    }

    private String line(ExampleRow row) {
        var example = row.example();
        if (form.ids) {
            return example.key();
        }
        return form.json ? json(row) : example.key() + "\t" + example.text().replaceAll("\\s+", " ");
    }

    /// One object a line: what any tool reads without holding all of it.
    private static String json(ExampleRow row) {
        var json = JsonNodeFactory.instance.objectNode();
        var example = row.example();
        json.put("id", example.key());
        json.put("text", example.text());
        json.put("image", example.image() == null ? null : example.image().toString());
        json.put("split", example.split().key());
        row.given().forEach(json.putObject("given")::put);
        row.answered().forEach(json.putObject("answer")::put);
        var predicted = json.putObject("predicted");
        row.predicted().forEach((task, cell) -> predicted.putObject(task).put("label", cell.label())
                .put("confidence", cell.confidence()));
        return json.toString();
    }
}
