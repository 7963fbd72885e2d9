package io.firebreak.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.support.FirebreakTest;
import io.firebreak.support.Web;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who speaks what, and who may say so. */
@FirebreakTest
class LanguagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Languages languages;

    private Web web;

    @BeforeEach
    void connect() {
        web = new Web(port);
    }

    @Test
    void shouldKnowWhatTheDemoTeamSpeaks() {
        assertThat(languages.of("spokesperson2")).containsExactly("en", "it");
        assertThat(languages.speakersOf("it")).containsExactly("areaowner2", "crisislead", "spokesperson2");
    }

    @Test
    void shouldCompareTheLanguageAlone() {
        assertThat(languages.speaks("communitymanager", "es-MX")).isTrue();
        assertThat(languages.speaks("communitymanager", "pl")).isFalse();
        assertThat(languages.speaks("nobody", "en")).isFalse();
    }

    @Test
    void shouldLetAdministratorsWriteAndStaffRead() {
        // when
        HttpResponse<String> answer = put("admin", "designer", "{\"languages\": [\"pt-BR\", \"DE\", \"de-AT\"]}");

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(web.get("legal", "/api/people/designer/languages").body())
                .isEqualTo("{\"languages\":[\"de\",\"pt\"]}");
        assertThat(put("crisislead", "designer", "{\"languages\": [\"pl\"]}").statusCode())
                .isEqualTo(403);
        assertThat(web.get("designer", "/api/people/designer/languages").statusCode())
                .isEqualTo(403);
        assertThat(languages.of("designer")).containsExactly("de", "pt");
        put("admin", "designer", "{\"languages\": []}");
        assertThat(languages.of("designer")).isEmpty();
    }

    @Test
    void shouldLeaveToTheCrisisPlanWhatItSays() {
        // when
        HttpResponse<String> answer = put("admin", "spokesperson2", "{\"languages\": [\"de\"]}");

        // then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("The crisis plan says which languages spokesperson2 speaks");
        assertThat(languages.of("spokesperson2")).containsExactly("en", "it");
    }

    @Test
    void shouldKnowSpeakersOutsideOfThePlanToo() {
        // given
        put("admin", "designer", "{\"languages\": [\"it\"]}");

        // then
        assertThat(languages.speakersOf("it")).contains("designer", "crisislead");
        put("admin", "designer", "{\"languages\": []}");
        assertThat(languages.speakersOf("it")).doesNotContain("designer");
    }

    @Test
    void shouldNameEachLanguageThatSomebodySpeaksOnce() {
        // given
        put("admin", "designer", "{\"languages\": [\"ca\", \"it\"]}");

        // then
        assertThat(languages.spoken()).contains("ca", "es", "it", "pl").doesNotHaveDuplicates();
        put("admin", "designer", "{\"languages\": []}");
        assertThat(languages.spoken()).contains("it").doesNotContain("ca");
    }

    @Test
    void shouldRefuseWhatIsNoLanguageAndWhomNobodyKnows() {
        assertThat(put("admin", "designer", "{\"languages\": [\"xx\"]}").body())
                .contains("The language is missing or unknown");
        assertThat(put("admin", "designer", "{}").body()).contains("The languages are missing");
        assertThat(put("admin", "designer", "{\"languages\": [null]}").statusCode())
                .isEqualTo(422);
        assertThat(put("admin", "nobody", "{\"languages\": [\"en\"]}").statusCode())
                .isEqualTo(404);
        assertThat(web.get("admin", "/api/people/nobody/languages").statusCode())
                .isEqualTo(404);
        assertThat(languages.of("designer")).isEmpty();
    }

    private HttpResponse<String> put(String user, String person, String body) {
        return web.send(user, "PUT", "/api/people/" + person + "/languages", body, "Content-Type", "application/json");
    }
}
