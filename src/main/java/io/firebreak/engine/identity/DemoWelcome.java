package io.firebreak.engine.identity;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells who started the demo where to click and as whom. */
@Component
@Profile("demo")
class DemoWelcome {

    private static final Logger log = LoggerFactory.getLogger(DemoWelcome.class);

    private final DemoTeam team;
    private final String webappPath;

    DemoWelcome(DemoTeam team, @Value("${camunda.bpm.webapp.application-path:/camunda}") String webappPath) {
        this.team = team;
        this.webappPath = webappPath;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            log.info(text("http://localhost:" + context.getWebServer().getPort()));
        }
    }

    private String text(String home) {
        String accounts = team.members().stream()
                .map(member -> "    %-18s %s %s".formatted(member.id(), member.firstName(), member.lastName()))
                .collect(Collectors.joining("\n"));
        return """
                Firebreak is ready.

                  Work on cases       %1$s%2$s/app/tasklist/
                  Watch the process   %1$s%2$s/app/cockpit/
                  The newsroom        %1$s/newsroom
                  The mails it sends  %1$s/demo/mails
                  The API             %1$s/api/openapi

                  Everybody's password is %3$s
                %4$s

                  Stop with Ctrl+C; what you did is kept. README.md leads through a first crisis.
                """
                .formatted(home, webappPath, DemoTeam.PASSWORD, accounts);
    }
}
