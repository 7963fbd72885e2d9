package io.firebreak.statement;

import io.firebreak.access.Actor;
import io.firebreak.roster.Languages;
import io.firebreak.rule.LanguageTag;
import io.firebreak.rule.Listing;
import io.firebreak.rule.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Who can work on a text because they know its language. */
@Component
public class Speakers {

    private final Languages languages;

    Speakers(Languages languages) {
        this.languages = languages;
    }

    /**
     * @param tag BCP 47
     * @param could who else can do it, if they know the language; by user id
     * @throws Refusal that says who could, when this person can't
     */
    public void require(String tag, Predicate<String> could, Actor actor) {
        if (languages.speaks(actor.id(), tag)) {
            return;
        }
        List<String> able = languages.speakersOf(tag).stream().filter(could).toList();
        throw Refusal.notAllowed("You are not known to speak %s. %s"
                .formatted(
                        nameOf(tag),
                        able.isEmpty()
                                ? "Nobody who may do this is; please ask an administrator to say who speaks it."
                                : "%s can do this.".formatted(Listing.or(able))));
    }

    /**
     * The languages in which a text goes out besides its own.
     *
     * @param text BCP 47 tags with commas between them; null for none
     * @throws Refusal when one is no language, is the text's own, or is spoken by nobody
     */
    public List<String> translations(String text, String ownLanguage) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        return List.of(text.split(",")).stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .map(tag -> LanguageTag.require("translations", tag))
                .peek(tag -> refuseUnfit(tag, ownLanguage))
                .distinct()
                .toList();
    }

    private void refuseUnfit(String tag, String ownLanguage) {
        if (ownLanguage != null && LanguageTag.primary(tag).equals(LanguageTag.primary(ownLanguage))) {
            throw Refusal.invalid(
                    "translations",
                    "The statement is written in %s already; please leave it out of the further languages."
                            .formatted(nameOf(tag)));
        }
        if (languages.speakersOf(tag).isEmpty()) {
            throw Refusal.invalid(
                    "translations",
                    "Nobody is known to speak %s; please leave it out, or ask an administrator to say who does."
                            .formatted(nameOf(tag)));
        }
    }

    private static String nameOf(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    }
}
