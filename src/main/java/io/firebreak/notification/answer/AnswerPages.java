package io.firebreak.notification.answer;

import io.firebreak.notification.Acknowledgements.Answer;
import io.firebreak.notification.Acknowledgements.Question;
import io.firebreak.notification.AddressBook;
import io.firebreak.notification.AddressBook.Recipient;
import io.firebreak.notification.answer.AnswerPage.Fact;
import io.firebreak.notification.answer.AnswerPage.Link;
import io.firebreak.notification.words.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Puts the page together: in the language of whoever was asked, or, where nobody knows who that is, of their browser. */
@Component
class AnswerPages {

    private final Words words = new Words("answer");
    private final AddressBook addressBook;
    private final AnswerLinks links;
    private final LinkSettings settings;

    AnswerPages(AddressBook addressBook, AnswerLinks links, LinkSettings settings) {
        this.addressBook = addressBook;
        this.links = links;
        this.settings = settings;
    }

    /** Asks whether to do it as long as the question is open; afterwards says what became of it. */
    AnswerPage of(Question question, Act act, String token) {
        Recipient person = recipient(question.person());
        String key = question.answer() == null ? act.name() : question.answer().name();
        boolean open = question.answer() == null;
        return new AnswerPage(
                shown(person.language()),
                words.say(key + ".title", person.language()),
                text(question, key, person.language()),
                facts(question, person),
                open ? words.say(key + ".button", person.language()) : null,
                open ? AnswerLinks.PATH + "/" + token : null,
                tasklist(question, person.language()));
    }

    private String text(Question question, String key, String language) {
        if (question.answer() != Answer.TAKEN_BY_ANOTHER || question.answeredBy() == null) {
            return words.say(key + ".text", language);
        }
        return words.say(
                "TAKEN_BY_ANOTHER.by",
                language,
                recipient(question.answeredBy()).name());
    }

    private List<Fact> facts(Question question, Recipient person) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "case", question.caseReference(), person);
        add(facts, "title", question.caseTitle(), person);
        add(facts, "task", question.taskName(), person);
        if (question.dueAt() != null) {
            add(facts, "due", Words.moment(question.dueAt(), person.zone(), person.language()), person);
        }
        return facts;
    }

    private void add(List<Fact> facts, String label, String value, Recipient person) {
        if (value != null) {
            facts.add(new Fact(words.say(label, person.language()), value));
        }
    }

    private Link tasklist(Question question, String language) {
        String url = question.taskId() == null ? settings.tasklist() : links.task(question.taskId());
        return new Link(words.say("open", language), url);
    }

    /** Says one thing, and leads to the list of tasks. */
    AnswerPage plain(String key, Locale browser) {
        return plain(key, words.say(key + ".text", browser.toLanguageTag()), browser);
    }

    /** The same with a sentence of its own. */
    AnswerPage plain(String key, String text, Locale browser) {
        String language = browser.toLanguageTag();
        return new AnswerPage(
                shown(language),
                words.say(key + ".title", language),
                text,
                List.of(),
                null,
                null,
                new Link(words.say("open", language), settings.tasklist()));
    }

    /** In which language the words come. */
    private String shown(String language) {
        return words.say("language", language);
    }

    private Recipient recipient(String userId) {
        Recipient known = addressBook.find(userId);
        return known == null ? new Recipient(userId, userId, null, "en", ZoneOffset.UTC, List.of()) : known;
    }
}
