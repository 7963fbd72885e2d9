package io.firebreak.newsroom;

import io.firebreak.support.FreePort;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives the newsroom a port of its own that nobody uses. */
class NewsroomOnFreePort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> setting = Map.of("firebreak.newsroom.port", FreePort.find());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("free port", setting));
    }
}
