package org.askance.app.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.askance.app.text.Strings;
import org.askance.model.device.DeviceReport;
import org.askance.model.device.DeviceWish;
import org.askance.model.device.Finding;
import org.askance.model.device.Nvidia;
import org.askance.model.told.Told;

/// A report about the device in words, for window and terminal, and in names and values, for other programs.
///
/// @param report what is told
public record DeviceFacts(DeviceReport report, Strings strings) {

    /// One fact.
    public record Fact(String name, String value) {}

    /// What was chosen and why, as one line: `CPU: no NVIDIA driver found`; or that nothing could be.
    public String chosen() {
        return report.device()
                .map(device -> strings.get("device.chosen", device.name(), device.why().in(strings::told)))
                .orElseGet(() -> report.settings().wish() instanceof DeviceWish.Gpu(int number) && !isRefused()
                        ? strings.get("device.unusable", number)
                        : strings.get("device.failed"));
    }

    private boolean isRefused() {
        return report.findings().isEmpty()
                || report.findings().stream().anyMatch(finding -> finding.weight() == Finding.Weight.REFUSED);
    }

    /// Why, what it means, and what to do: a failure that no finding explains, then each finding's sentence.
    public List<String> sentences() {
        var sentences = new ArrayList<String>();
        if (report.findings().isEmpty()) {
            report.failure().ifPresent(failure -> sentences.add(failure.in(strings::told)));
        }
        report.findings().stream().map(finding -> finding.told().in(strings::told)).forEach(sentences::add);
        return sentences;
    }

    /// Whether something should be done: a card is there and unused, or nothing runs at all.
    public boolean isWarning() {
        return report.device().isEmpty()
                || report.findings().stream().anyMatch(finding -> finding.weight() != Finding.Weight.NOTE);
    }

    /// Lines to type; empty where none help.
    public List<String> remedy() {
        return report.findings().stream().flatMap(finding -> finding.remedy().stream()).toList();
    }

    /// A wish as people read it.
    public static String named(DeviceWish wish, Strings strings) {
        return switch (wish) {
            case DeviceWish.Automatic() -> strings.get("device.wish.auto");
            case DeviceWish.Cpu() -> strings.get("device.wish.cpu");
            case DeviceWish.Gpu(int number) -> strings.get("device.wish.gpu", number);
        };
    }

    /// All facts, in an order that tells the story.
    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(fact("device.fact.wish", named(report.settings().wish(), strings)));
        facts.add(fact("device.fact.threads", Integer.toString(report.settings().threads())));
        report.device().ifPresent(device -> facts.add(fact("device.fact.mixed",
                strings.get(device.bfloat16() ? "device.fact.mixed.yes" : "device.fact.mixed.no"))));
        facts.add(fact("device.fact.pytorch", report.pytorch() + ", " + report.flavor()));
        report.libraryPath().ifPresent(path -> facts.add(fact("device.fact.path", path)));
        facts.add(fact("device.fact.bridge", strings.get("device.fact.bridge.is", report.bridge().djl(),
                report.bridge().pytorch(), String.join(", ", report.bridge().flavors()))));
        var processor = report.processor();
        facts.add(fact("device.fact.processor", processor.sets().isEmpty()
                ? strings.get("device.fact.processor.plain", processor.name(), processor.cores())
                : strings.get("device.fact.processor.is", processor.name(), processor.cores(),
                        String.join(", ", processor.sets()))));
        facts.add(fact("device.fact.driver", report.nvidia()
                .map(nvidia -> nvidia.version().orElse(strings.get("device.fact.driver.some")))
                .orElse(strings.get("device.fact.driver.none"))));
        report.nvidia().ifPresent(nvidia -> {
            facts.add(fact("device.fact.cards", nvidia.cards().isEmpty()
                    ? strings.get("device.fact.cards.unknown")
                    : nvidia.cards().stream().map(this::card).collect(Collectors.joining("; "))));
            facts.add(fact("device.fact.usable", Integer.toString(report.usableCards())));
            facts.add(fact("device.fact.cudart", report.cudart().orElse(strings.get("device.fact.cudart.none"))));
        });
        facts.add(fact("device.fact.system", report.system()));
        facts.add(fact("device.fact.java", report.java()));
        report.variables().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(variable -> facts.add(new Fact(variable.getKey(), variable.getValue())));
        return facts;
    }

    private Fact fact(String key, String value) {
        return new Fact(strings.get(key), value);
    }

    private String card(Nvidia.Card card) {
        return card.memory() == 0
                ? card.name()
                : strings.get("device.fact.card", card.name(), Math.round(card.memory() / 1024.0));
    }

    /// Everything as text, to paste into a message.
    public String text() {
        var lines = new ArrayList<String>();
        lines.add(chosen());
        lines.addAll(sentences());
        remedy().forEach(line -> lines.add("    " + line));
        lines.add("");
        int widest = facts().stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
        facts().forEach(fact -> lines.add(fact.name() + " ".repeat(widest - fact.name().length() + 2) + fact.value()));
        return String.join("\n", lines);
    }

    /// Names and values, ready to be written as JSON.
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("device", report.device().map(device -> device.name()).orElse(null));
        json.put("reason", report.device().map(device -> device.why().english()).orElse(null));
        json.put("failure", report.failure().map(Told::english).orElse(null));
        json.put("asked_for", report.settings().wish().key());
        json.put("threads", report.settings().threads());
        json.put("bfloat16", report.device().map(device -> device.bfloat16()).orElse(null));
        json.put("findings", report.findings().stream().map(finding -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("finding", finding.getClass().getSimpleName());
            one.put("weight", finding.weight().name().toLowerCase(java.util.Locale.ROOT));
            one.put("sentence", finding.sentence());
            one.put("remedy", finding.remedy());
            return one;
        }).toList());
        json.put("pytorch", report.pytorch());
        json.put("flavor", report.flavor());
        json.put("library_path", report.libraryPath().orElse(null));
        json.put("bridge", Map.of("djl", report.bridge().djl(), "pytorch", report.bridge().pytorch(), "flavors",
                report.bridge().flavors()));
        json.put("processor", Map.of("name", report.processor().name(), "cores", report.processor().cores(), "sets",
                report.processor().sets()));
        json.put("nvidia_driver", report.nvidia().flatMap(Nvidia::version).orElse(null));
        json.put("cards", report.nvidia().map(Nvidia::cards).orElse(List.of()).stream()
                .map(card -> Map.of("name", card.name(), "memory_mib", card.memory())).toList());
        json.put("usable_cards", report.usableCards());
        json.put("cudart", report.cudart().orElse(null));
        json.put("system", report.system());
        json.put("java", report.java());
        json.put("variables", report.variables());
        return json;
    }
}
