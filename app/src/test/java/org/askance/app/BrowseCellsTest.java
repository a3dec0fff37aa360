package org.askance.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import javafx.scene.Node;
import org.askance.storage.annotation.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Making what a cell shows is most of the work of the grid.
class BrowseCellsTest extends BulkWindow {

    @Test
    void onlyACellOfWhichSomethingChangedIsMadeAnew() {
        start(6);
        Fx.until(() -> lookup(0, ".given") != null && lookup(1, ".given") != null);
        var first = Fx.call(() -> lookup(0, ".given"));
        var second = Fx.call(() -> lookup(1, ".given"));
        tour().project().annotations().save(new Answer(ids()[1], Map.of("sarcasm", "sarcastic"), "ada", null,
                Duration.ofSeconds(1)));
        Fx.run(tour().desk().context()::answersChanged);
        Fx.until(() -> lookup(1, ".answered") != null);
        Fx.frames();
        assertThat(Fx.call(() -> lookup(0, ".given"))).isNotNull().isSameAs(first);
        assertThat(Fx.call(() -> lookup(1, ".given"))).isNotSameAs(second);
    }

    private @Nullable Node lookup(int index, String selector) {
        return found(index).map(cell -> cell.lookup(selector)).orElse(null);
    }
}
