package org.askance.assets.postcards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Named lists of words and templates, read from a text beside this class, and the filling of their slots. Immutable.
final class Grammar {

    private static final Pattern SLOT = Pattern.compile("\\{(!?)([a-z]+)}");
    private static final Pattern ARTICLE = Pattern.compile("\\b([Aa]) (?=[aeiou])");
    private static final String UNSEEN = "~ ";

    private final Map<String, List<String>> lists;

    private Grammar(Map<String, List<String>> lists) {
        this.lists = lists;
    }

    static Grammar read(String resource) {
        var lists = new LinkedHashMap<String, List<String>>();
        List<String> open = new ArrayList<>();
        for (String line : text(resource).lines().toList()) {
            if (line.startsWith("= ")) {
                open = lists.computeIfAbsent(line.substring(2), name -> new ArrayList<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                open.add(line);
            }
        }
        lists.replaceAll((name, items) -> List.copyOf(items));
        return new Grammar(lists);
    }

    /// The list called `name`; empty if there is none.
    List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    /// The templates of the list called `name`: those kept for the test split, or the others.
    List<String> templates(String name, boolean unseen) {
        return list(name).stream().filter(line -> line.startsWith(UNSEEN) == unseen)
                .map(line -> unseen ? line.substring(UNSEEN.length()) : line).toList();
    }

    /// Fills the slots of `template`, no word twice, and mends its articles.
    String fill(String template, Topic topic, Polarity polarity, Dice dice) {
        var used = new ArrayList<String>();
        String filled = template;
        for (var slot = SLOT.matcher(filled); slot.find(); slot = SLOT.matcher(filled)) {
            Polarity side = slot.group(1).isEmpty() ? polarity : polarity.opposite();
            String word = choose(slot.group(2), topic, side, used, dice);
            used.add(word);
            filled = filled.substring(0, slot.start()) + word + filled.substring(slot.end());
        }
        return ARTICLE.matcher(filled).replaceAll("$1n ").replace(" ,", ",").replace(" :", ":").replace(" ?", "?")
                .replace(" !", "!");
    }

    private String choose(String slot, Topic topic, Polarity polarity, List<String> used, Dice dice) {
        for (String name : List.of(slot + " " + topic.key(), slot + " " + polarity.key(), slot)) {
            List<String> fresh = list(name).stream().filter(word -> !used.contains(word)).toList();
            if (!fresh.isEmpty()) {
                return dice.pick(fresh);
            }
        }
        throw new IllegalArgumentException("nothing fills {%s} for %s, %s".formatted(slot, topic, polarity));
    }

    static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String text(String resource) {
        try (var stream = Grammar.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing from the program's assets");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + resource, e);
        }
    }
}
