package org.askance.app.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.askance.app.text.Strings;
import org.askance.storage.query.QueryProblem;
import org.askance.storage.query.Suggestion;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where a query is typed: with a list of what may follow, the word that was not understood underlined and why
/// below, what was asked before by Alt+↑ and Alt+↓, and the grammar by a button. FX thread.
public final class QueryField extends VBox {

    /// Finds what may be typed at a place, and hands it over on the FX thread.
    @FunctionalInterface
    public interface Completer {
        void complete(String text, int caret, Consumer<List<Suggestion>> ready);
    }

    private static final Duration TYPING = Duration.millis(180);
    private static final int REMEMBERED = 50;

    private final TextField field = TextFields.createClearableTextField();
    private final ReadOnlyStringWrapper query = new ReadOnlyStringWrapper("");
    private final PauseTransition typed = new PauseTransition(TYPING);
    private final QuerySuggestions suggestions;
    private final Underline underline = new Underline(field);
    private final HBox trouble = new HBox(6);
    private final QueryHelp help;
    private final Strings strings;
    private final Completer completer;
    private final List<String> asked = new ArrayList<>();
    private int back;
    private Runnable onEnter = () -> {};

    public QueryField(Strings strings, Completer completer) {
        this.strings = strings;
        this.completer = completer;
        this.help = new QueryHelp(strings);
        this.suggestions = new QuerySuggestions(field, strings, this::take);
        getStyleClass().add("query");
        ManualPage.SEARCH.mark(this);
        field.setId("query");
        field.setPromptText(strings.get("query.prompt"));
        field.setAccessibleText(strings.get("query.prompt"));
        field.setPrefColumnCount(34);
        typed.setOnFinished(_ -> {
            ask();
            offer();
        });
        field.textProperty().subscribe(_ -> {
            underline.hide();
            typed.playFromStart();
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                suggestions.hide();
            }
        });
        var helpButton = new Button("", new FontIcon(Feather.HELP_CIRCLE));
        helpButton.getStyleClass().addAll("flat", "button-icon");
        helpButton.setId("query-help");
        helpButton.setAccessibleText(strings.get("query.help"));
        helpButton.setTooltip(new Tooltip(strings.get("query.help")));
        helpButton.setOnAction(_ -> help.toggle(helpButton));
        HBox.setHgrow(underline.over(), Priority.ALWAYS);
        var line = new HBox(4, underline.over(), helpButton);
        line.setAlignment(Pos.CENTER_LEFT);
        trouble.getStyleClass().add("trouble");
        trouble.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
    }

    /// The query, once typing has paused.
    public ReadOnlyStringProperty query() {
        return query.getReadOnlyProperty();
    }

    public String text() {
        return field.getText() == null ? "" : field.getText();
    }

    /// Replaces what is typed, and asks.
    public void write(String text) {
        field.setText(text);
        field.end();
        typed.stop();
        suggestions.hide();
        ask();
    }

    public void focus() {
        field.requestFocus();
        field.end();
    }

    /// @param then runs when the query is finished with Enter
    public void onEnter(Runnable then) {
        onEnter = then;
    }

    private void ask() {
        query.set(text());
    }

    private void offer() {
        if (field.isFocused() && !text().isBlank()) {
            offerAll();
        }
    }

    private void offerAll() {
        String at = text();
        completer.complete(at, field.getCaretPosition(), found -> {
            if (at.equals(text()) && field.isFocused()) {
                suggestions.show(found);
            }
        });
    }

    private void take(Suggestion one) {
        String text = text();
        int to = Math.min(one.to(), text.length());
        field.setText(text.substring(0, one.from()) + one.text() + text.substring(to));
        field.positionCaret(one.from() + one.text().length());
        typed.stop();
        ask();
        if (one.kind() == Suggestion.Kind.FIELD || one.kind() == Suggestion.Kind.TASK) {
            offerAll();
        }
    }

    private void pressed(KeyEvent key) {
        boolean taken = true;
        if (key.isAltDown() && (key.getCode() == KeyCode.UP || key.getCode() == KeyCode.DOWN)) {
            recall(key.getCode() == KeyCode.UP ? 1 : -1);
        } else if (key.isShortcutDown() && key.getCode() == KeyCode.SPACE) {
            offerAll();
        } else {
            taken = suggestions.press(key.getCode()) || press(key.getCode());
        }
        if (taken) {
            key.consume();
        }
    }

    private boolean press(KeyCode code) {
        switch (code) {
            case ENTER -> {
                remember();
                typed.stop();
                suggestions.hide();
                ask();
                onEnter.run();
            }
            case ESCAPE -> field.clear();
            case DOWN -> offerAll();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void remember() {
        back = 0;
        String text = text().strip();
        if (!text.isEmpty()) {
            asked.remove(text);
            asked.addFirst(text);
            if (asked.size() > REMEMBERED) {
                asked.removeLast();
            }
        }
    }

    private void recall(int step) {
        if (!asked.isEmpty()) {
            back = Math.clamp(back + step, 0, asked.size());
            write(back == 0 ? "" : asked.get(back - 1));
        }
    }

    /// Says what was not understood, at its word; `null` if all was.
    public void show(@Nullable QueryProblem problem) {
        getChildren().remove(trouble);
        trouble.getChildren().clear();
        if (problem == null || problem.to() > text().length()) {
            underline.hide();
            return;
        }
        underline.show(problem.from(), problem.to());
        var sentence = new WrappingLabel(problem.told().in(strings::told));
        sentence.getStyleClass().add("trouble-text");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        trouble.getChildren().add(sentence);
        for (var suggestion : problem.suggestions()) {
            var button = new Button(suggestion);
            button.getStyleClass().add("small");
            button.setMinWidth(USE_PREF_SIZE);
            button.setTooltip(new Tooltip(strings.get("query.instead", suggestion)));
            button.setOnAction(_ -> {
                String text = text();
                // A whole term is written as it is, a name so that it is one word.
                String plain = suggestion.indexOf(':') > 0
                        ? suggestion
                        : suggestion.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c < 0x40)
                                && suggestion.indexOf(' ') < 0 ? suggestion : '"' + suggestion + '"';
                write(text.substring(0, problem.from()) + plain
                        + text.substring(Math.min(problem.to(), text.length())));
                focus();
            });
            trouble.getChildren().add(button);
        }
        getChildren().add(trouble);
    }
}
