package io.firebreak.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedFormCheckTest {

    private static final Path FORMS = Path.of("processes", "forms");

    private final EmbeddedFormCheck formCheck = new EmbeddedFormCheck();

    @ParameterizedTest
    @MethodSource("ourForms")
    void shouldAcceptOurForms(Path form) throws IOException {
        // when
        List<BundleProblem> problems = check(Files.readAllBytes(form));

        // then
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            <p ng-bind-html="title"></p>                    | use ng-bind instead of ng-bind-html
            <p data-ng-bind-html="title"></p>               | use ng-bind instead of data-ng-bind-html
            <p x-ng:bind_html="title"></p>                  | use ng-bind instead of x-ng:bind_html
            <div ng-include="'other.html'"></div>           | remove ng-include
            <p onclick="steal()"></p>                       | instead of by the attribute onclick
            <script>steal()</script>                        | A form's script is written <script cam-script
            <script cam-script type="text/form-script">a.innerHTML = b</script>           | instead of innerHTML
            <script cam-script type="text/form-script">$sce.trustAsHtml(b)</script>       | instead of trustAsHtml
            <script cam-script type="text/form-script">$(a).html(b)</script>              | instead of .html(
            <script cam-script type="text/form-script" src="x.js"></script>               | remove <script>
            <img src="x.png">                               | remove <img>
            <iframe></iframe>                               | remove <iframe>
            <form></form>                                   | There must be exactly one <form>
            <p></div>                                       | Unexpected EndTag
            """)
    void shouldSayWhatIsWrongWithAForm(String content, String reason) {
        // when
        List<BundleProblem> problems = check(("<form></form>" + content).getBytes(StandardCharsets.UTF_8));

        // then
        assertThat(problems).extracting(BundleProblem::reason).anySatisfy(found -> assertThat(found)
                .contains(reason));
    }

    @Test
    void shouldNameTheLineOfWhatIsWrong() {
        // when
        List<BundleProblem> problems =
                check("<form>\n\n<p ng-bind-html=\"title\"></p></form>".getBytes(StandardCharsets.UTF_8));

        // then
        assertThat(problems).singleElement().extracting(BundleProblem::element).isEqualTo("line 3, <p>");
    }

    @Test
    void shouldRefuseAnotherEncodingThanUtf8() {
        // when
        List<BundleProblem> problems = check("<form>Señal</form>".getBytes(StandardCharsets.ISO_8859_1));

        // then
        assertThat(problems)
                .singleElement()
                .extracting(BundleProblem::reason)
                .isEqualTo("The form must be saved as UTF-8.");
    }

    private List<BundleProblem> check(byte[] content) {
        return formCheck.check("forms/some.html", content, new Bundle(Map.of()));
    }

    private static Stream<Path> ourForms() throws IOException {
        return Files.list(FORMS);
    }
}
