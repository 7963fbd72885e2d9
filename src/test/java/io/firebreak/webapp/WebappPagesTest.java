package io.firebreak.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.support.FirebreakTest;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@FirebreakTest
class WebappPagesTest {

    private static final Pattern NONCE_OF_HEADER = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern NONCE_OF_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void shouldSendEachPageWithTheNonceOfItsOwnPolicyHoweverManyAskAtOnce() {
        // when
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 200)
                .mapToObj(count -> client.sendAsync(
                        request("/camunda/app/tasklist/default/"), HttpResponse.BodyHandlers.ofString()))
                .toList();

        // then
        assertThat(answers).map(CompletableFuture::join).allSatisfy(page -> assertThat(
                        nonce(NONCE_OF_PAGE, page.body()))
                .isEqualTo(nonce(
                        NONCE_OF_HEADER,
                        page.headers().firstValue("Content-Security-Policy").orElseThrow())));
    }

    static Stream<String> scripts() {
        return Stream.of(new File("src/main/resources/plugin-webapp/firebreak/app").list());
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void shouldServeTheScriptsOfTheForms(String file) {
        // when
        HttpResponse<String> answer = get("/camunda/api/tasklist/plugin/firebreak/static/app/" + file);

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/");
    }

    @Test
    void shouldAnnounceTheScriptsToTasklist() {
        assertThat(get("/camunda/app/tasklist/default/").body()).contains("tasklist-plugin-firebreak");
    }

    @Test
    void shouldLetNobodyInCockpitSkipListeners() {
        // when
        String settings = get("/camunda/app/cockpit/scripts/config.js").body();

        // then
        assertThat(settings.replaceAll("\\s+", " "))
                .contains("skipCustomListeners: { default: false, hidden: true }")
                .contains("skipIoMappings: { default: false, hidden: true }");
    }

    private HttpResponse<String> get(String path) {
        return client.sendAsync(request(path), HttpResponse.BodyHandlers.ofString())
                .join();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
    }

    private static String nonce(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
