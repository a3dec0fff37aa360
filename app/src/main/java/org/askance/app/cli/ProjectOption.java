package org.askance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.askance.app.work.Engine;
import org.askance.app.work.Workspace;
import org.askance.model.device.DeviceSettings;
import org.askance.storage.Project;
import org.askance.storage.Unfinished;
import org.askance.storage.annotation.TaskDefinition;
import org.askance.storage.told.Told;
import picocli.CommandLine.Option;

/// The project that a command works on.
final class ProjectOption {

    @Option(names = "--project", required = true, paramLabel = "DIR", description = "${bundle:cli.project}")
    private Path folder = Path.of("");

    /// What runs on an open project.
    @FunctionalInterface
    interface Use {
        int of(Workspace workspace) throws Exception;
    }

    /// Runs `use` on the project, which must be there.
    int with(Terminal terminal, Use use) throws Exception {
        return with(terminal, false, use);
    }

    /// @param make whether a project is made where there is none
    int with(Terminal terminal, boolean make, Use use) throws Exception {
        return with(terminal, DeviceSettings::ofProperties, make, use);
    }

    /// Runs `use`, which computes on `device`, on the project, which must be there.
    int with(Terminal terminal, DeviceOption device, Use use) throws Exception {
        var settings = device.settings();
        return with(terminal, () -> settings, false, use);
    }

    /// Runs `use` on a new project that is deleted afterwards: what would be made is told, and nothing is.
    int passing(Terminal terminal, Use use) throws Exception {
        var place = Files.createTempDirectory("askance-");
        try (var engine = Engine.start(DeviceSettings::ofProperties);
                var workspace = Workspace.openOrCreate(place.resolve("project"), engine, terminal.home())) {
            return use.of(workspace);
        } finally {
            try (var files = Files.walk(place)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    boolean exists() {
        return Project.exists(folder);
    }

    /// The tasks of the project, or those of a new one where there is none.
    List<TaskDefinition> tasks() {
        if (!Project.exists(folder)) {
            return List.of(TaskDefinition.SARCASM, TaskDefinition.SENTIMENT);
        }
        try (var project = Project.open(folder)) {
            return project.tasks().list();
        }
    }

    private int with(Terminal terminal, Supplier<DeviceSettings> settings, boolean make, Use use) throws Exception {
        try (var engine = Engine.start(settings); var workspace = open(terminal, engine, make)) {
            if (!workspace.driveWarning().equals(Told.NOTHING)) {
                terminal.say(workspace.driveWarning().in(terminal.strings()::told));
            }
            for (var left : new Unfinished(terminal.home().journal()).list()) {
                if (left.concerns(folder)) {
                    terminal.say(left.told().in(terminal.strings()::told));
                    terminal.tell("cli.unfinished.how");
                }
            }
            return use.of(workspace);
        }
    }

    private Workspace open(Terminal terminal, Engine engine, boolean make) throws IOException {
        return make
                ? Workspace.openOrCreate(folder, engine, terminal.home())
                : Workspace.open(folder, engine, terminal.home());
    }
}
