package org.askance.app.ui;

import java.util.Arrays;
import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The pages of the manual, in the order in which it lists them. What a person does there is marked with its page, so
/// that F1 finds it.
public enum ManualPage {
    CONTENTS("README"), START("start"), PROJECTS("projects"), IMPORT("import"), FORMATS("formats"), RELINK(
            "missing-pictures"),
    DUPLICATES("duplicates"), ANNOTATE("annotate"), KEYS("keys"), BLIND("blind"), QUEUES("queues"), EXPLANATION(
            "explanation"),
    BROWSE("browse"), SEARCH("search"), PEOPLE("annotators"), ADJUDICATE("adjudicate"), GOLD("gold"), GUIDELINES(
            "guidelines"),
    PROGRESS("progress"), LABELS("labels"), MAP("map"), SCORE("predictions"), ENCODERS("encoders"), TRAIN("train"),
    COMPARE(
            "compare"),
    EXPORT("export"), ARCHIVE("archive"), BACKUPS("backups"), DEVICE("device"), LOOKS("looks"), TROUBLE(
            "trouble"),
    TERMINAL("terminal");

    private final String file;

    ManualPage(String file) {
        this.file = file;
    }

    /// The name of its file, without `.md`.
    public String file() {
        return file;
    }

    public static Optional<ManualPage> of(String file) {
        return Arrays.stream(values()).filter(page -> page.file.equals(file)).findFirst();
    }

    /// The page for a place of the window.
    public static ManualPage of(Place place) {
        return switch (place) {
            case ANNOTATE -> ANNOTATE;
            case BROWSE -> BROWSE;
            case MAP -> MAP;
            case TRAIN -> TRAIN;
            case ADJUDICATE -> ADJUDICATE;
        };
    }

    /// From now on F1 within `node` leads here.
    public void mark(Node node) {
        node.getProperties().put(ManualPage.class, this);
    }

    /// The page of `node`, or of the nearest around it that has one.
    public static Optional<ManualPage> around(@Nullable Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (at.getProperties().get(ManualPage.class) instanceof ManualPage page) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }
}
