package org.askance.app.work;

import java.util.EnumSet;
import java.util.Set;
import org.askance.storage.exchange.Change;

/// What people choose about an import.
///
/// @param divide  which pairs are divided, one in ten for validation and, where the source names no test split either,
///                one in ten for test, by their key; of pairs that are there only where the split follows the source
///                and it is chosen expressly
/// @param updates in which respects pairs that are there already follow the source
/// @param near    whether pictures that look alike are looked for, which takes a while
/// @param dry     whether it is only told what would change
/// @param by      who imports, and gives the labels that were typed into a table of ours, where those are taken over;
///                empty if nobody is known
public record ImportChoices(Divide divide, Set<Change> updates, boolean near, boolean dry, String by) {

    /// New pairs only.
    public static final ImportChoices USUAL = new ImportChoices(Divide.UNNAMED, Set.of(), true, false, "");

    public ImportChoices {
        updates = Set.copyOf(updates);
    }

    public ImportChoices asDry() {
        return new ImportChoices(divide, updates, near, true, by);
    }

    public ImportChoices withDivide(Divide which) {
        return new ImportChoices(which, updates, near, dry, by);
    }

    public ImportChoices withUpdates(Set<Change> wanted) {
        return new ImportChoices(divide, wanted, near, dry, by);
    }

    public ImportChoices withNear(boolean on) {
        return new ImportChoices(divide, updates, on, dry, by);
    }

    public ImportChoices withBy(String annotator) {
        return new ImportChoices(divide, updates, near, dry, annotator);
    }

    /// Whether labels that were typed into a table become answers.
    boolean takesOver() {
        return updates.contains(Change.ANSWER) && !by.isBlank();
    }

    /// Every change there is.
    public static Set<Change> everything() {
        return EnumSet.allOf(Change.class);
    }
}
