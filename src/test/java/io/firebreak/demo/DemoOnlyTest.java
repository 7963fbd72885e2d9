package io.firebreak.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Where the demo's mail server is, and where it is not. */
class DemoOnlyTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Scanned.class);

    @Test
    void shouldBeThereInTheDemo() {
        application.withPropertyValues("spring.profiles.active=demo").run(context -> assertThat(context)
                .hasSingleBean(DemoMailServer.class)
                .hasSingleBean(DemoMailController.class)
                .hasSingleBean(JavaMailSender.class));
    }

    @Test
    void shouldNotBeThereInRealUse() {
        application.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(DemoMailServer.class)
                .doesNotHaveBean(DemoMailController.class)
                .doesNotHaveBean(JavaMailSender.class));
    }

    @Test
    void shouldMakeRoomForAMailServerThatIsSet() {
        application
                .withPropertyValues("spring.profiles.active=demo", "spring.mail.host=mail.example.org")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(DemoMailServer.class)
                        .doesNotHaveBean(DemoMailController.class)
                        .doesNotHaveBean(JavaMailSender.class));
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackageClasses = DemoMailServer.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = org.springframework.context.annotation.FilterType.REGEX,
                            pattern = ".*Test.*"))
    static class Scanned {}
}
