package io.firebreak.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the template of a page says, and how it says it in another language. */
class PageTextTest {

    @Test
    void shouldFindSentencesWithPlacesForValues() {
        String template =
                """
                <!DOCTYPE html>
                <html><head><style>p { color: red; }</style><title>Report [[${report.name}]]</title></head>
                <body><p th:if="${a}">From [[${words.moment(report.from)}]]
                  to [[${words.moment(report.to)}]].</p><p>[[${report.name}]], [[${report.name}]]</p>
                <p data-label="Away" th:text="${report.name}"></p></body></html>""";

        assertThat(PageText.in(template)).containsExactlyInAnyOrder("Report %s", "From %s to %s.", "Away");
    }

    @Test
    void shouldPutValuesWhereOtherLanguageWantsThem() {
        String said = PageText.translate(
                "<p>Part [[${part}]] of [[${parts}]]</p>", words(Map.of("Part %s of %s", "De %2$s partes, la %1$s")));

        assertThat(said).contains("<p>De [[${parts}]] partes, la [[${part}]]</p>");
    }

    @Test
    void shouldLeaveAllButTextsAsItIs() {
        String template =
                "<!DOCTYPE html>\n<html lang=\"en\" th:lang=\"${words.language()}\"><head><style>p > a { x: y; }</style></head>"
                        + "<body><p th:if=\"${a != null and b}\">Text</p><svg viewBox=\"0 0 8 8\"><pattern patternUnits=\"x\">"
                        + "</pattern></svg><table><tbody><tr th:each=\"row : ${rows}\"><td><th:block th:text=\"${row}\"></th:block>"
                        + "</td></tr></tbody></table></body></html>";

        assertThat(PageText.translate(template, words(Map.of("Text", "Texto"))))
                .isEqualTo(template.replace(">Text<", ">Texto<"));
    }

    @Test
    void shouldNotTakeTranslationForMarkupOrExpression() {
        UnaryOperator<String> words = words(Map.of(
                "Text",
                "<img src=x onerror=alert(1)>",
                "Other",
                "[[${T(java.lang.System).exit(1)}]]",
                "Third",
                "[(x)]"));

        assertThat(PageText.translate("<p>Text</p><p>Other</p><p>Third</p>", words))
                .contains("<p>&lt;img src=x onerror=alert(1)&gt;</p><p>Other</p><p>Third</p>");
    }

    private static UnaryOperator<String> words(Map<String, String> translations) {
        return new Catalog(StaffLanguage.SPANISH, translations)::say;
    }
}
