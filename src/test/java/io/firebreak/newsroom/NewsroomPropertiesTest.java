package io.firebreak.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class NewsroomPropertiesTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withPropertyValues(
                    "firebreak.newsroom.base-url=https://news.example.com/", "firebreak.newsroom.language=en");

    @Test
    void shouldTakeSettingsThatMakeSense() {
        application
                .withPropertyValues("firebreak.newsroom.port=8081", "firebreak.newsroom.language=pl")
                .run(context -> {
                    NewsroomProperties properties = context.getBean(NewsroomProperties.class);
                    assertThat(properties.port()).isEqualTo(8081);
                    assertThat(properties.language()).isEqualTo("pl");
                    assertThat(properties.baseUrl()).isEqualTo("https://news.example.com");
                });
    }

    @Test
    void shouldTakeAnEmptyPortAsNone() {
        application.withPropertyValues("firebreak.newsroom.port=").run(context -> assertThat(
                        context.getBean(NewsroomProperties.class).port())
                .isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "port=0, please give a port from 1 to 65535",
        "port=65536, please give a port from 1 to 65535",
        "port=8080, please give the newsroom another port",
        "language=de, please give one of en",
        "language=, please give one of en",
        "base-url=, please give the address at which the public reaches",
        "base-url=news.example.com, please give the address at which the public reaches",
        "base-url=ftp://news.example.com, please give the address at which the public reaches",
        "base-url=https://news.example.com/?a=b, please give the address at which the public reaches"
    })
    void shouldSayWhatToDoAboutASettingThatMakesNone(String setting, String sentence) {
        application
                .withPropertyValues("firebreak.newsroom." + setting, "server.port=8080")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(sentence));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({NewsroomProperties.class, ServerProperties.class})
    static class Settings {

        @Bean
        NewsroomPort newsroomPort(NewsroomProperties properties, ServerProperties server) {
            return new NewsroomPort(properties.port(), server);
        }
    }
}
