package io.firebreak.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a form says, and how it says it in another language. */
class FormTextTest {

    @Test
    void shouldFindAllThatFormSays() {
        String form =
                """
                <form name="x"><label for="a">What
                  happened?</label><input id="a" placeholder="In short" data-problem="too short">
                <p ng-if="open">Still <strong ng-bind="name"></strong> open</p>
                <button data-button="Send it back">12:30</button><script>var hidden = 'Not a text';</script></form>""";

        assertThat(FormText.in(form))
                .containsExactlyInAnyOrder("What happened?", "In short", "too short", "Still", "open", "Send it back");
    }

    @Test
    void shouldLeaveAllButTextsAsItIs() {
        String form =
                """
                <form name="x" ng-if="a &amp;&amp; b"><label><input type="radio" name="d" value="YES" required> Agree
                <span class="help-block">It goes out.</span></label><script cam-script type="text/form-script">
                if (a && b < 3) { go('Agree'); }</script></form>""";

        String said = FormText.translate(form, text -> text.toUpperCase(Locale.ROOT));

        assertThat(said)
                .contains("ng-if=\"a &amp;&amp; b\"", " AGREE <span class=\"help-block\">IT GOES OUT.</span>")
                .contains("if (a && b < 3) { go('Agree'); }", "type=\"radio\"", "value=\"YES\"", "required");
    }

    @Test
    void shouldNotTakeTranslationForMarkup() {
        String said = FormText.translate("<p>Text</p>", text -> "<img src=x onerror=alert(1)>");

        assertThat(said).isEqualTo("<p>&lt;img src=x onerror=alert(1)&gt;</p>");
    }
}
