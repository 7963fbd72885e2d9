package io.firebreak.newsroom;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Opens the newsroom's own port, with threads and connections of its own: a storm of readers can take all of them and
 * the people who work on the crisis don't notice.
 */
class NewsroomPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** Answers come from memory, so few threads send many. */
    static final int THREADS = 16;

    static final int CONNECTIONS = 4_096;
    private static final int WAITING = 256;
    private static final int MILLISECONDS_FOR_A_REQUEST = 5_000;
    private static final int MILLISECONDS_BETWEEN_REQUESTS = 5_000;

    private final Integer port;
    private final ServerProperties server;

    /**
     * @param port null when the newsroom has no port of its own
     */
    NewsroomPort(Integer port, ServerProperties server) {
        this.port = port;
        this.server = server;
        if (port != null && port.equals(server.getPort())) {
            throw new IllegalArgumentException(("firebreak.newsroom.port and server.port are both %d; please give the"
                            + " newsroom another port, or leave firebreak.newsroom.port out.")
                    .formatted(port));
        }
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (port != null) {
            factory.addAdditionalTomcatConnectors(connector());
        }
    }

    private Connector connector() {
        Connector connector = new Connector(new Http11NioProtocol());
        connector.setPort(port);
        Http11NioProtocol protocol = (Http11NioProtocol) connector.getProtocolHandler();
        protocol.setAddress(server.getAddress());
        protocol.setMaxThreads(THREADS);
        protocol.setMinSpareThreads(2);
        protocol.setMaxConnections(CONNECTIONS);
        protocol.setAcceptCount(WAITING);
        protocol.setConnectionTimeout(MILLISECONDS_FOR_A_REQUEST);
        protocol.setKeepAliveTimeout(MILLISECONDS_BETWEEN_REQUESTS);
        // a body that nobody wants must not hold a thread
        protocol.setMaxSwallowSize(0);
        return connector;
    }
}
