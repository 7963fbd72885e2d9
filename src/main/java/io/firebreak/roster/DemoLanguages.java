package io.firebreak.roster;

import io.firebreak.access.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the people of the demo speak; left alone once anything is said about anybody. */
@Component
@Profile("demo")
class DemoLanguages implements ApplicationRunner {

    private static final Map<String, List<String>> SPOKEN = Map.of(
            "spokesperson", List.of("en", "pl"),
            "spokesperson2", List.of("en", "it"),
            "communitymanager", List.of("en", "es"),
            "communitymanager2", List.of("en", "pl"),
            "legal", List.of("en", "pl"),
            "legal2", List.of("en", "es"),
            "crisislead", List.of("en", "it"),
            "crisislead2", List.of("en", "pl"),
            "management", List.of("en", "es"),
            "management2", List.of("en", "pl"));

    private final Languages languages;

    DemoLanguages(Languages languages) {
        this.languages = languages;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (languages.isEmpty()) {
            SPOKEN.forEach((person, spoken) -> languages.set(person, spoken, Actor.FIREBREAK));
        }
    }
}
