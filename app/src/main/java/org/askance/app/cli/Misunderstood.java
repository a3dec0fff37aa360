package org.askance.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.askance.app.text.Strings;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a command line, in the person's language: picocli speaks English alone.
record Misunderstood(Strings strings) {

    String sentence(ParameterException wrong) {
        return switch (wrong) {
            case MissingParameterException missing -> strings.get("cli.wrong.missing", missing.getMissing().size(),
                    missing.getMissing().stream().map(Misunderstood::name).collect(Collectors.joining(", ")));
            case UnmatchedArgumentException unmatched -> unmatched(unmatched.getUnmatched(),
                    unmatched.getSuggestions());
            case OverwrittenOptionException twice -> strings.get("cli.wrong.twice", name(twice.getOverwritten()));
            default -> wrong.getArgSpec() == null || wrong.getValue() == null
                    ? String.valueOf(wrong.getMessage())
                    : value(wrong.getArgSpec(), wrong.getValue());
        };
    }

    private String unmatched(List<String> arguments, List<String> near) {
        String unknown = strings.get("cli.wrong.unmatched", arguments.size(), String.join(" ", arguments));
        return near.isEmpty() ? unknown : unknown + " " + strings.get("cli.wrong.near", near.getFirst());
    }

    private String value(ArgSpec of, String value) {
        var known = new ArrayList<String>();
        if (of.completionCandidates() != null) {
            StreamSupport.stream(of.completionCandidates().spliterator(), false).forEach(known::add);
        }
        String sentence = strings.get("cli.wrong.value", name(of), value);
        return known.isEmpty()
                ? sentence + kind(of)
                : sentence + " " + strings.get("cli.wrong.known", String.join(", ", known));
    }

    /// What would be understood, of figures.
    private String kind(ArgSpec of) {
        String type = of.type().getSimpleName().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "int", "integer", "long" -> " " + strings.get("cli.wrong.whole");
            case "float", "double" -> " " + strings.get("cli.wrong.number");
            default -> "";
        };
    }

    private static String name(ArgSpec of) {
        return switch (of) {
            case OptionSpec option -> option.longestName();
            case PositionalParamSpec positional -> positional.paramLabel();
            default -> of.paramLabel();
        };
    }
}
