package org.askance.app.annotate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.askance.app.ui.Stroke;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.annotation.TaskDefinition.LabelDefinition;
import org.junit.jupiter.api.Test;

class KeyTableTest {

    private static final List<TaskDefinition> TASKS = List.of(TaskDefinition.SARCASM, TaskDefinition.SENTIMENT);

    private static KeyEvent event(KeyCode code, String text, boolean shift, boolean shortcut) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, shift, shortcut, false, false);
    }

    private static Optional<Stroke> stroke(KeyCode code, String text, boolean shift) {
        return Stroke.of(event(code, text, shift, false));
    }

    private static Stroke typed(String text) {
        return Stroke.typed(text).orElseThrow();
    }

    @Test
    void aKeyIsWhatItTypesWhereverItLies() {
        assertThat(stroke(KeyCode.DIGIT1, "1", false)).isEqualTo(stroke(KeyCode.NUMPAD1, "1", false))
                .contains(typed("1"));
        assertThat(stroke(KeyCode.SLASH, "?", true)).isEqualTo(stroke(KeyCode.UNDEFINED, "?", false))
                .contains(typed("?"));
        assertThat(stroke(KeyCode.ADD, "+", false)).isEqualTo(stroke(KeyCode.EQUALS, "+", true)).contains(typed("+"));
        assertThat(stroke(KeyCode.UNDEFINED, "ф", false)).contains(typed("Ф"));
        assertThat(stroke(KeyCode.KP_LEFT, "", false)).contains(Stroke.of(KeyCode.LEFT));
        assertThat(stroke(KeyCode.R, "R", true)).contains(typed("r").withShift());
        assertThat(stroke(KeyCode.SHIFT, "", true)).isEmpty();
        assertThat(Stroke.of(event(KeyCode.Z, "\u001a", true, true)))
                .contains(Stroke.of(KeyCode.Z).withShift().withShortcut());
    }

    @Test
    void usualKeysAndThePresetsLabelsDoNotCollide() {
        var table = new KeyTable(Keymap.USUAL, TASKS);
        assertThat(table.clashes()).isEmpty();
        assertThat(KeyAction.values()).allSatisfy(action -> assertThat(table.of(action)).isNotEmpty());
        assertThat(table.find(typed("n"))).contains(new Command.Label("sentiment", "negative"));
        assertThat(table.find(Stroke.of(KeyCode.SPACE))).contains(new Command.Act(KeyAction.ACCEPT));
        assertThat(table.find(typed("q"))).isEmpty();
        assertThat(new KeyTable(Keymap.USUAL.with(Block.NUMBERS), TASKS).clashes()).isEmpty();
    }

    @Test
    void aLabelComesBeforeAnActionAndTheActionKeepsItsOtherKeys() {
        var tasks = List.of(new TaskDefinition("irony", List.of(new LabelDefinition("sure", "s"))));
        var table = new KeyTable(Keymap.USUAL.with(KeyAction.SKIP, typed("x")), tasks);
        assertThat(table.find(typed("S"))).contains(new Command.Label("irony", "sure"));
        assertThat(table.of(KeyAction.SKIP)).containsExactly(typed("x"));
        assertThat(table.clashes()).containsExactly(new KeyTable.Clash(typed("s"),
                new Command.Label("irony", "sure"), new Command.Act(KeyAction.SKIP)));
    }

    @Test
    void oneKeyAnswersBothTasksByRowAndColumn() {
        var table = new KeyTable(Keymap.USUAL.with(Block.NUMBERS), TASKS);
        assertThat(table.find(typed("8")))
                .contains(new Command.Both(Map.of("sarcasm", "not sarcastic", "sentiment", "negative")));
        assertThat(table.find(typed("6")))
                .contains(new Command.Both(Map.of("sarcasm", "sarcastic", "sentiment", "neutral")));
        assertThat(table.find(typed("3"))).isEmpty();
        var one = new KeyTable(Keymap.USUAL.with(Block.NUMBERS), List.of(TaskDefinition.SARCASM));
        assertThat(one.canAnswerBoth(Block.NUMBERS)).isFalse();
        assertThat(one.find(typed("8"))).isEmpty();
        var many = new TaskDefinition("topic", Arrays.stream("a b c d".split(" ", -1))
                .map(name -> new LabelDefinition(name, "")).toList());
        assertThat(new KeyTable(Keymap.USUAL, List.of(many, TaskDefinition.SARCASM)).canAnswerBoth(Block.LETTERS))
                .isFalse();
    }

    @Test
    void aKeymapIsReadBackAndWhatCannotBeReadIsAsUsual() {
        var changed = Keymap.USUAL.with(KeyAction.SKIP, Stroke.of(KeyCode.Y).withShift().withShortcut())
                .without(KeyAction.ZOOM_IN, typed("+")).without(KeyAction.ZOOM_IN, typed("="))
                .with(KeyAction.FLAG, typed("|")).with(Block.LETTERS);
        var kept = changed.format();
        assertThat(Keymap.parse(kept::get)).isEqualTo(changed);
        kept.put("keys.skip", "hyper S");
        kept.put("keys.block", "somewhere");
        assertThat(Keymap.parse(kept::get)).isEqualTo(new Keymap(
                changed.without(KeyAction.SKIP, Stroke.of(KeyCode.Y).withShift().withShortcut()).strokes(),
                Block.OFF));
        assertThat(Keymap.parse(_ -> null)).isEqualTo(Keymap.USUAL);
    }
}
