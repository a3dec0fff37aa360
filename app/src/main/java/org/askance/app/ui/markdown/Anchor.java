package org.askance.app.ui.markdown;

import java.util.Locale;
import java.util.regex.Pattern;

/// The name by which links point at a heading, made as code hosts make it.
public final class Anchor {

    private static final Pattern DROPPED = Pattern.compile("[^\\p{L}\\p{N}_ -]");

    private Anchor() {}

    /// For example `what-can-go-wrong`.
    public static String of(String heading) {
        return DROPPED.matcher(heading.strip().toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
    }
}
