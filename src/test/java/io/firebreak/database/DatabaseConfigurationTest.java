package io.firebreak.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator reads and gets, by the settings that were given. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseConfigurationTest {

    private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/firebreak";

    @TempDir(factory = TestFolder.class)
    static Path folder;

    @Test
    void shouldPoolConnectionsToTheEmbeddedDatabaseAndEndInSilence(CapturedOutput output) {
        // given
        ConfigurableApplicationContext application = start("firebreak.database=embedded");
        HikariDataSource pool = application.getBean(HikariDataSource.class);
        String one = application
                .getBean(JdbcClient.class)
                .sql("SELECT 'connected'")
                .query(String.class)
                .single();
        int lengthBeforeStop = output.getAll().length();

        // when
        application.close();

        // then
        assertThat(one).isEqualTo("connected");
        assertThat(pool.getPoolName()).isEqualTo("firebreak");
        assertThat(pool.isClosed()).isTrue();
        assertThat(output.getAll()).contains("Embedded PostgreSQL 17").doesNotContain("Detected distribution");
        assertThat(output.getAll().substring(lengthBeforeStop)).doesNotContain("WARN", "ERROR", "Exception");
    }

    @Test
    void shouldSayBothWaysWhenNoDatabaseIsConfigured(CapturedOutput output) {
        // given

        // when
        Throwable failure = catchThrowable(this::start);

        // then
        assertThat(failure).isNotNull();
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START", "No database is configured.")
                .contains("firebreak.database=embedded", "spring.datasource.url")
                .doesNotContain("\tat ");
    }

    @Test
    void shouldTakeABlankUrlForNone(CapturedOutput output) {
        // given

        // when
        Throwable failure = catchThrowable(() -> start("spring.datasource.url="));

        // then
        assertThat(failure).isNotNull();
        assertThat(output.getAll()).contains("No database is configured.");
    }

    @Test
    void shouldRefuseAMistypedKindOfDatabase(CapturedOutput output) {
        // given

        // when
        Throwable failure =
                catchThrowable(() -> start("firebreak.database=embeded", "spring.datasource.url=" + NOWHERE));

        // then
        assertThat(failure).isNotNull();
        assertThat(output.getAll())
                .contains("firebreak.database is \"embeded\", but the only value it knows is \"embedded\".")
                .doesNotContain("\tat ");
    }

    @Test
    void shouldRefuseAnEmptyDataDirectory(CapturedOutput output) {
        // given

        // when
        Throwable failure = catchThrowable(() -> start("firebreak.database=embedded", "firebreak.data-directory= "));

        // then
        assertThat(failure).isNotNull();
        assertThat(output.getAll()).contains("can't be the name of a folder");
    }

    @Test
    void shouldStartNothingEmbeddedBesideAUrl(CapturedOutput output) {
        // given
        Path untouched = folder.resolve("untouched");

        // when
        ConfigurableApplicationContext application = start(
                "firebreak.database=embedded",
                "firebreak.data-directory=" + untouched,
                "spring.datasource.url=" + NOWHERE);
        Throwable failure =
                catchThrowable(() -> application.getBean(HikariDataSource.class).getConnection());
        application.close();

        // then
        assertThat(failure).hasStackTraceContaining("Connection to 127.0.0.1:1 refused");
        assertThat(output.getAll()).contains("wins over firebreak.database=embedded");
        assertThat(untouched).doesNotExist();
    }

    private ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("firebreak.data-directory=" + folder)
                .run(Arrays.stream(settings).map(setting -> "--" + setting).toArray(String[]::new));
    }

    @SpringBootConfiguration
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @Import(DatabaseConfiguration.class)
    static class Application {}
}
