package org.askance.app.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// Whole sentences by key, with placeholders. Thread-safe.
public final class Strings {

    private final ResourceBundle bundle;
    private final @Nullable ResourceBundle told;
    private final Locale locale;

    private Strings(Locale locale) {
        // Else someone with a German system who asks for English would get German: English is the root.
        this.bundle = ResourceBundle.getBundle("org.askance.app.text.messages", locale, Strings.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.told = locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? null
                : ResourceBundle.getBundle("org.askance.app.text.told", locale, Strings.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.locale = locale;
    }

    public static Strings english() {
        return new Strings(Locale.ENGLISH);
    }

    public static Strings in(Language language) {
        return new Strings(language.locale());
    }

    /// Of dates, and of names of days.
    public Locale locale() {
        return locale;
    }

    /// For whatever else looks up sentences by their keys.
    public ResourceBundle bundle() {
        return bundle;
    }

    /// @throws MissingResourceException if there is no such key: a mistake of ours
    public String get(String key, Object... values) {
        String pattern = bundle.getString(key);
        // MessageFormat also halves apostrophes, so it runs over every sentence.
        return new MessageFormat(pattern, locale).format(values);
    }

    /// A sentence of storage or model, whose English stands where it is told; `null` if it is not known in another
    /// language.
    public @Nullable String told(String key, Object... values) {
        return told != null && told.containsKey(key)
                ? new MessageFormat(told.getString(key), locale)
                        .format(Arrays.stream(values).map(String::valueOf).toArray())
                : null;
    }

    /// The sentence, or `otherwise` if there is none: for names that users may have made.
    public String getOr(String key, String otherwise) {
        return bundle.containsKey(key) ? get(key) : otherwise;
    }
}
