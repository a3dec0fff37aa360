package org.askance.app.labels;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askance.app.text.Strings;
import org.askance.storage.annotation.TaskDefinition;

/// Which keys labels may have.
record LabelKeys(List<TaskDefinition> tasks, KeyHolders holders, Strings strings) {

    private static final String USUAL = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ0";

    LabelKeys {
        tasks = List.copyOf(tasks);
    }

    /// As a key is written; empty for what no key types alone.
    static Optional<String> written(String typed) {
        String upper = typed.strip().toUpperCase(Locale.ROOT);
        return upper.length() == 1 && !Character.isSurrogate(upper.charAt(0))
                && !Character.isISOControl(upper.charAt(0)) ? Optional.of(upper) : Optional.empty();
    }

    /// Why `label` cannot have `key`, as a sentence that names who has it; empty if it can.
    Optional<String> problem(String task, String label, String key) {
        var usable = written(key).filter(one -> !one.equals("?"));
        if (usable.isEmpty()) {
            return Optional.of(strings.get("labels.key.unusable", key));
        }
        for (var other : tasks) {
            for (var one : other.labels()) {
                boolean same = other.name().equals(task) && one.name().equals(label);
                if (!same && one.key().equalsIgnoreCase(usable.get())) {
                    return Optional.of(strings.get("labels.key.taken", usable.get(),
                            strings.getOr("label." + one.name(), one.name()),
                            strings.getOr("task." + other.name(), other.name()), free(label)));
                }
            }
        }
        return holders.of(usable.get())
                .map(does -> strings.get("labels.key.command", usable.get(), does, free(label)));
    }

    /// One that nothing has: a letter of the name if there is one. Where all are taken, the last resort is a sign.
    String free(String name) {
        return free(name, List.of());
    }

    /// @param besides keys that are about to be taken
    String free(String name, List<String> besides) {
        var taken = tasks.stream().flatMap(task -> task.labels().stream())
                .map(label -> label.key().toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        taken.addAll(besides);
        return Stream.concat(name.toUpperCase(Locale.ROOT).chars().filter(c -> USUAL.indexOf(c) >= 0).boxed(),
                Stream.concat(USUAL.chars().boxed(), java.util.stream.IntStream.range(0xA1, 0x24F).boxed()))
                .map(c -> String.valueOf((char) (int) c)).filter(key -> !taken.contains(key))
                .filter(key -> written(key).filter(key::equals).isPresent() && holders.of(key).isEmpty()).findFirst()
                .orElseThrow();
    }
}
