package io.firebreak.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Which language a browser asks for. */
class ViewersLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            es-AR,es;q=0.9,en;q=0.8 | SPANISH
            pl                      | POLISH
            en;q=0.5,it;q=0.9       | ITALIAN
            ca,es;q=0.9             | ENGLISH
            *                       | ENGLISH
            ;;q=??                  | ENGLISH
            """)
    void shouldTakeFirstLanguageOfBrowser(String accepted, StaffLanguage expected) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", accepted);

        assertThat(ViewersLanguage.of(request)).isEqualTo(expected);
    }

    @Test
    void shouldSpeakEnglishToWhoSaysNothing() {
        assertThat(ViewersLanguage.of(new MockHttpServletRequest())).isEqualTo(StaffLanguage.ENGLISH);
        assertThat(ViewersLanguage.current()).isEqualTo(StaffLanguage.ENGLISH);
    }
}
