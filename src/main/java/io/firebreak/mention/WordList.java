package io.firebreak.mention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words to look for, as a person writes them down: one on a line, a star at its end for every ending, several words in a
 * row as they follow each other, a minus before it to take it out of the list, a number sign for a remark.
 */
final class WordList {

    private static final String EVERY_ENDING = "*";

    private final Set<List<String>> entries;
    private final Map<String, Set<List<String>>> entriesByFirstWord = new HashMap<>();
    private final Map<String, Set<List<String>>> entriesByBeginning = new HashMap<>();
    private final int longestBeginning;

    private WordList(Set<List<String>> entries) {
        this.entries = entries;
        int longest = 0;
        for (List<String> entry : entries) {
            String first = entry.get(0);
            if (first.endsWith(EVERY_ENDING)) {
                add(entriesByBeginning, beginningOf(first), entry);
                longest = Math.max(longest, first.length() - 1);
            } else {
                add(entriesByFirstWord, first, entry);
            }
        }
        longestBeginning = longest;
    }

    static WordList of(List<String> lines) {
        Set<List<String>> entries = new LinkedHashSet<>();
        for (String line : lines) {
            String text = line.replace("\uFEFF", "").split("#", 2)[0].strip();
            if (text.startsWith("-")) {
                entries.remove(entry(text.substring(1)));
            } else {
                entries.add(entry(text));
            }
        }
        entries.remove(List.<String>of());
        return new WordList(entries);
    }

    static WordList union(Collection<WordList> lists) {
        Set<List<String>> entries = new LinkedHashSet<>();
        lists.forEach(list -> entries.addAll(list.entries));
        return new WordList(entries);
    }

    /** How often one of them stands in the text. */
    int count(FoldedText text) {
        List<String> words = text.words();
        int count = 0;
        for (int at = 0; at < words.size(); at++) {
            if (isAt(words, at)) {
                count++;
            }
        }
        return count;
    }

    private boolean isAt(List<String> words, int at) {
        String word = words.get(at);
        if (anyAt(entriesByFirstWord.get(word), words, at)) {
            return true;
        }
        for (int length = Math.min(word.length(), longestBeginning); length > 0; length--) {
            if (anyAt(entriesByBeginning.get(word.substring(0, length)), words, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyAt(Set<List<String>> candidates, List<String> words, int at) {
        return candidates != null && candidates.stream().anyMatch(entry -> isAt(entry, words, at));
    }

    private static boolean isAt(List<String> entry, List<String> words, int at) {
        if (at + entry.size() > words.size()) {
            return false;
        }
        for (int index = 0; index < entry.size(); index++) {
            String asked = entry.get(index);
            String word = words.get(at + index);
            if (asked.endsWith(EVERY_ENDING) ? !word.startsWith(beginningOf(asked)) : !word.equals(asked)) {
                return false;
            }
        }
        return true;
    }

    /** The words of a line, as they stand in folded texts; a star stays with the word before it. */
    private static List<String> entry(String text) {
        List<String> entry = new ArrayList<>();
        for (String part : text.strip().split("\\s+")) {
            List<String> words = FoldedText.of(part).words();
            entry.addAll(words);
            if (part.endsWith(EVERY_ENDING) && !words.isEmpty()) {
                entry.set(entry.size() - 1, words.get(words.size() - 1) + EVERY_ENDING);
            }
        }
        return List.copyOf(entry);
    }

    private static String beginningOf(String word) {
        return word.substring(0, word.length() - EVERY_ENDING.length());
    }

    private static void add(Map<String, Set<List<String>>> index, String key, List<String> entry) {
        index.computeIfAbsent(key, absent -> new HashSet<>()).add(entry);
    }
}
