package org.askance.app.annotate.keys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.askance.app.ui.Stroke;
import org.askance.storage.annotation.TaskDefinition;

/// A person's keys and a project's labels together: what each stroke does, and what wants the same one. A label
/// comes before a key for both tasks, and that before an action: the label's key is the same for everyone.
public record KeyTable(Keymap keymap, List<TaskDefinition> tasks) {

    /// Two things that want one stroke; the first has it.
    public record Clash(Stroke stroke, Command first, Command second) {}

    public KeyTable {
        tasks = List.copyOf(tasks);
    }

    public Optional<Command> find(Stroke stroke) {
        return claims().stream().filter(claim -> claim.stroke.equals(stroke)).map(Claim::command).findFirst();
    }

    /// What `stroke` would do but answer: a label that had it would take it away from that.
    public Optional<Command> action(Stroke stroke) {
        return claims().stream().filter(claim -> claim.stroke.equals(stroke)).map(Claim::command)
                .filter(command -> !(command instanceof Command.Label)).findFirst();
    }

    /// The keys that really do `action`.
    public List<Stroke> of(KeyAction action) {
        var command = new Command.Act(action);
        return keymap.of(action).stream().filter(stroke -> find(stroke).filter(command::equals).isPresent()).toList();
    }

    public List<Clash> clashes() {
        var first = new LinkedHashMap<Stroke, Command>();
        var clashes = new ArrayList<Clash>();
        for (var claim : claims()) {
            var holder = first.putIfAbsent(claim.stroke, claim.command);
            if (holder != null && !holder.equals(claim.command)) {
                clashes.add(new Clash(claim.stroke, holder, claim.command));
            }
        }
        return clashes;
    }

    /// Whether one key can answer both tasks: where there are two, and the block has a key for each combination.
    public boolean canAnswerBoth(Block block) {
        return tasks.size() == 2 && !tasks.getFirst().labels().isEmpty() && !tasks.getLast().labels().isEmpty()
                && block.at(tasks.getFirst().labels().size() - 1, tasks.getLast().labels().size() - 1).isPresent();
    }

    /// The key of a combination; empty if it has none.
    ///
    /// @param row    index of the first task's label
    /// @param column index of the second's
    public Optional<Stroke> both(int row, int column) {
        return canAnswerBoth(keymap.block()) ? keymap.block().at(row, column) : Optional.empty();
    }

    public Command.Both combination(int row, int column) {
        var first = tasks.getFirst();
        var second = tasks.getLast();
        return new Command.Both(Map.of(first.name(), first.labels().get(row).name(), second.name(),
                second.labels().get(column).name()));
    }

    private record Claim(Stroke stroke, Command command) {}

    private List<Claim> claims() {
        var claims = new ArrayList<Claim>();
        for (var task : tasks) {
            for (var label : task.labels()) {
                Stroke.typed(label.key()).ifPresent(
                        stroke -> claims.add(new Claim(stroke, new Command.Label(task.name(), label.name()))));
            }
        }
        if (canAnswerBoth(keymap.block())) {
            for (int row = 0; row < tasks.getFirst().labels().size(); row++) {
                for (int column = 0; column < tasks.getLast().labels().size(); column++) {
                    var combination = combination(row, column);
                    both(row, column).ifPresent(stroke -> claims.add(new Claim(stroke, combination)));
                }
            }
        }
        keymap.strokes().forEach((action, strokes) -> strokes
                .forEach(stroke -> claims.add(new Claim(stroke, new Command.Act(action)))));
        return claims;
    }
}
