package org.askance.assets.postcards;

import java.util.Locale;

/// The everyday topics that the postcards are about.
public enum Topic {
    WEATHER, COMMUTE, FOOD, PHONE, SPORT, MAIL, TRAINS, HOME, GARDEN, TRAVEL;

    /// The name as files spell it, for example `weather`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
