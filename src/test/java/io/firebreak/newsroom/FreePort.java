package io.firebreak.newsroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives the newsroom a port of its own that nobody uses. */
class FreePort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try (ServerSocket socket = new ServerSocket(0)) {
            Map<String, Object> setting = Map.of("firebreak.newsroom.port", socket.getLocalPort());
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("free port", setting));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
