package io.firebreak.language;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a script of the forms says to people, and what it says past its words. */
final class ScriptTexts {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>/\\*.*?\\*/|//[^\n]*)"
                    + "|(?<call>\\b(?:say|sentence)\\(\\s*)?(?:'(?<single>(?:\\\\.|[^'\\\\\n])*)'|\"(?<double>(?:\\\\.|[^\"\\\\\n])*)\")"
                    + "|`(?<template>(?:\\\\.|[^`\\\\])*)`"
                    + "|(?<regex>/(?:\\\\.|\\[[^\\]\n]*\\]|[^/\\\\\n*\\[ ])(?:\\\\.|\\[[^\\]\n]*\\]|[^/\\\\\n\\[])*/[gimsuy]*)",
            Pattern.DOTALL);

    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    /** What finds elements of a page, or names their classes. */
    private static final Pattern SELECTOR = Pattern.compile(".*\\[[\\w-]+[]=].*|[a-z]+ [a-z-]+-…");

    /** Words with a blank between them that begin like a sentence, or end like one. */
    private static final Pattern FOR_PEOPLE =
            Pattern.compile("\\p{Lu}\\S* .*|.*\\p{Ll} .*[.?!…]|.*, .*\\p{Ll}.*", Pattern.DOTALL);

    private final Set<String> said = new TreeSet<>();
    private final Set<String> hardCoded = new TreeSet<>();

    private ScriptTexts() {}

    static ScriptTexts in(String script) {
        ScriptTexts texts = new ScriptTexts();
        Matcher token = TOKEN.matcher(script);
        while (token.find()) {
            texts.take(token);
        }
        return texts;
    }

    /** The English texts that stand in the words of other languages. */
    Set<String> said() {
        return said;
    }

    /** What looks like a text for people and is not said by its words. */
    Set<String> hardCoded() {
        return hardCoded;
    }

    private void take(Matcher token) {
        if (token.group("template") != null) {
            String text = token.group("template").replaceAll("\\$\\{[^}]*}", "…");
            if (isForPeople(text) && !text.contains("/")) {
                hardCoded.add(text);
            }
            return;
        }
        String text = token.group("single") != null ? token.group("single") : token.group("double");
        if (text == null) {
            return;
        }
        text = text.replaceAll("\\\\(.)", "$1");
        if (token.group("call") != null || PLACE.matcher(text).find()) {
            if (PLACE.matcher(text).replaceAll("").codePoints().anyMatch(Character::isLetter)) {
                said.add(text);
            }
        } else if (isForPeople(text)) {
            hardCoded.add(text);
        }
    }

    private static boolean isForPeople(String text) {
        return FOR_PEOPLE.matcher(text).matches() && !SELECTOR.matcher(text).matches();
    }
}
