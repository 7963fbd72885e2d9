package io.firebreak.roster;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said about the languages of people whom the crisis plan does not name. */
@Component
class LanguageStore {

    private final JdbcClient jdbc;

    LanguageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Primary codes in their order. */
    List<String> of(String userId) {
        return jdbc.sql("SELECT language FROM firebreak.person_language WHERE user_id = ? ORDER BY language")
                .param(userId)
                .query(String.class)
                .list();
    }

    List<String> speakersOf(String language) {
        return jdbc.sql("SELECT user_id FROM firebreak.person_language WHERE language = ? ORDER BY user_id")
                .param(language)
                .query(String.class)
                .list();
    }

    /** The languages of each person of whom any was said. */
    Map<String, List<String>> all() {
        return jdbc
                .sql("SELECT user_id, language FROM firebreak.person_language")
                .query((row, number) -> Map.entry(row.getString("user_id"), row.getString("language")))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    void replace(String userId, Collection<String> languages) {
        jdbc.sql("DELETE FROM firebreak.person_language WHERE user_id = ?")
                .param(userId)
                .update();
        languages.forEach(language -> jdbc.sql(
                        "INSERT INTO firebreak.person_language (user_id, language) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(userId, language)
                .update());
    }
}
