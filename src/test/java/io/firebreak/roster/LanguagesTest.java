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
        assertThat(languages.speakersOf("it")).containsExactly("crisislead", "spokesperson2");
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
        HttpResponse<String> answer = put("admin", "areaowner", "{\"languages\": [\"pt-BR\", \"DE\", \"de-AT\"]}");

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(web.get("legal", "/api/people/areaowner/languages").body())
                .isEqualTo("{\"languages\":[\"de\",\"pt\"]}");
        assertThat(put("crisislead", "areaowner", "{\"languages\": [\"pl\"]}").statusCode())
                .isEqualTo(403);
        assertThat(web.get("designer", "/api/people/areaowner/languages").statusCode())
                .isEqualTo(403);
        assertThat(languages.of("areaowner")).containsExactly("de", "pt");
        put("admin", "areaowner", "{\"languages\": []}");
        assertThat(languages.of("areaowner")).isEmpty();
    }

    @Test
    void shouldRefuseWhatIsNoLanguageAndWhomNobodyKnows() {
        assertThat(put("admin", "areaowner", "{\"languages\": [\"xx\"]}").body())
                .contains("The language is missing or unknown");
        assertThat(put("admin", "areaowner", "{}").body()).contains("The languages are missing");
        assertThat(put("admin", "areaowner", "{\"languages\": [null]}").statusCode())
                .isEqualTo(422);
        assertThat(put("admin", "nobody", "{\"languages\": [\"en\"]}").statusCode())
                .isEqualTo(404);
        assertThat(web.get("admin", "/api/people/nobody/languages").statusCode())
                .isEqualTo(404);
        assertThat(languages.of("areaowner")).isEmpty();
    }

    private HttpResponse<String> put(String user, String person, String body) {
        return web.send(user, "PUT", "/api/people/" + person + "/languages", body, "Content-Type", "application/json");
    }
}
