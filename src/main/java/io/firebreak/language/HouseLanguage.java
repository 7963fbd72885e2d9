package io.firebreak.language;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The language that a house gives to what all of its people see alike: the names of tasks, processes and filters. */
@Component
public class HouseLanguage {

    private final StaffLanguage language;
    private final StaffWords words;

    HouseLanguage(@Value("${firebreak.house-language}") String code, StaffWords words) {
        this.language = Arrays.stream(StaffLanguage.values())
                .filter(known -> known.code().equals(code.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "firebreak.house-language is \"%s\"; please give one of %s.".formatted(code, known())));
        this.words = words;
    }

    public StaffLanguage language() {
        return language;
    }

    /** A text of ours in the house's language. */
    public String say(String english) {
        return words.in(language, english);
    }

    /** How the house shows values that stand in texts for all. */
    public ShownWords by(ZoneId clock) {
        return new ShownWords(words, language, clock);
    }

    private static String known() {
        return Arrays.stream(StaffLanguage.values()).map(StaffLanguage::code).collect(Collectors.joining(", "));
    }
}
