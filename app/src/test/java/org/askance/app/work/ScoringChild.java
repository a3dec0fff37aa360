package org.askance.app.work;

import java.io.IOException;
import java.nio.file.Path;

/// Scores a project in a process of its own and tells how far it is, so that a test can kill it.
final class ScoringChild {

    private ScoringChild() {}

    /// @param arguments the project's folder, the program's folder
    public static void main(String[] arguments) throws IOException {
        try (var engine = Engine.start();
                var workspace = Workspace.openOrCreate(Path.of(arguments[0]), engine,
                        new Home(Path.of(arguments[1])))) {
            new ScoreExamples(workspace).run(new Progress() {
                @Override
                public void update(long done, long total) {
                    System.out.println("done " + done);
                }

                @Override
                public boolean isCancelled() {
                    return false;
                }
            });
        }
    }
}
