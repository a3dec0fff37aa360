package org.askance.model.told;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A sentence that people read, with what it names, so that a program which speaks another language can say it in that
/// one. An argument may be a part of a sentence itself.
public record Told(Sentence sentence, List<Object> arguments) {

    /// No sentence.
    public static final Told NOTHING = plain("");

    public Told {
        arguments = List.copyOf(arguments);
    }

    /// Says sentences in another language.
    @FunctionalInterface
    public interface Language {
        /// @param key       of the sentence
        /// @param arguments said already where they are sentences
        /// @return `null` if it is not known there
        @Nullable
        String say(String key, Object[] arguments);
    }

    /// Written here, not known to any sentence: such as what the system says of a failure.
    public static Told plain(@Nullable String text) {
        return new Told(Sentence.PLAIN, List.of(String.valueOf(text)));
    }

    /// In English.
    public String english() {
        return in((_, _) -> null);
    }

    /// In English, for logs.
    @Override
    public String toString() {
        return english();
    }

    /// In `language`, as far as it is known there, and else in English.
    public String in(Language language) {
        Object[] said = arguments.stream().map(one -> one instanceof Told told ? told.in(language) : one)
                .toArray();
        String there = sentence.equals(Sentence.PLAIN) ? null : language.say(sentence.key(), said);
        return there != null ? there : new MessageFormat(sentence.english(), Locale.ROOT).format(text(said));
    }

    /// Numbers as they are: thousands are not parted.
    private static Object[] text(Object[] arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toArray();
    }
}
