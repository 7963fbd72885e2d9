package io.firebreak.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How sentences of the ledger are said to people. */
class StaffWordsTest {

    private static final Map<String, String> NAMES = Map.of("ana.k", "Ana Kowalska", "legal", "Zofia Lis");

    private final StaffWords words = new StaffWords(userId -> Optional.ofNullable(NAMES.get(userId)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Ana Kowalska leads the case.",
                "es | Ana Kowalska dirige el caso.",
            })
    void shouldCallPeopleByTheirNames(String language, String expected) {
        assertThat(words.in(StaffLanguage.of(language).orElseThrow(), "ana.k leads the case."))
                .isEqualTo(expected);
    }

    @Test
    void shouldCallTwoPeopleOfOneSentenceByTheirNames() {
        assertThat(words.in(StaffLanguage.ENGLISH, "legal hands the task \"Approve the statement\" over to ana.k."))
                .isEqualTo("Zofia Lis hands the task \"Approve the statement\" over to Ana Kowalska.");
    }

    @Test
    void shouldLeaveUserIdsThatNobodyHas() {
        assertThat(words.in(StaffLanguage.ENGLISH, "bruno leads the case.")).isEqualTo("bruno leads the case.");
    }

    @Test
    void shouldLeaveWhatPeopleWroteAsItIs() {
        assertThat(words.in(StaffLanguage.ENGLISH, "ana.k")).isEqualTo("ana.k");
        assertThat(words.in(StaffLanguage.ENGLISH, "legal wrote to ana.k about it"))
                .isEqualTo("legal wrote to ana.k about it");
    }

    @Test
    void shouldSayInEnglishWhatIsKeptAsConstant() {
        assertThat(words.in(StaffLanguage.ENGLISH, "The posture advised is REBUILD (rule 1)."))
                .isEqualTo("The posture advised is rebuild (rule 1).");
    }
}
