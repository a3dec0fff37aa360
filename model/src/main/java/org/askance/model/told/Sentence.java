package org.askance.model.told;

import java.util.List;

/// What can be told, in English, with places for what it names, as in [java.text.MessageFormat]. Enums list those of one
/// subject.
public interface Sentence {

    /// Whatever is given, as it is.
    Sentence PLAIN = new Sentence() {
        @Override
        public String key() {
            return "plain";
        }

        @Override
        public String english() {
            return "{0}";
        }
    };

    /// Lasting: other languages find it by this.
    String key();

    String english();

    default Told with(Object... arguments) {
        return new Told(this, List.of(arguments));
    }
}
