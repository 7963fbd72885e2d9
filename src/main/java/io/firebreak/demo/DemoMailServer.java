package io.firebreak.demo;

import java.net.InetAddress;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mails on a free port that only this machine reaches, and passes none on. */
class DemoMailServer {

    private static final int LARGEST_MAIL = 15_000_000;
    private static final int MOST_CONNECTIONS = 20;
    private static final int PATIENCE_MILLIS = 30_000;

    private final SMTPServer server;

    DemoMailServer(DemoMails mails) {
        this.server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Firebreak demo")
                .insertReceivedHeaders(false)
                .maxConnections(MOST_CONNECTIONS)
                .maxMessageSize(LARGEST_MAIL)
                .connectionTimeoutMs(PATIENCE_MILLIS)
                .messageHandler((context, from, to, mail) -> mails.add(from, to, mail))
                .build();
    }

    void start() {
        server.start();
    }

    void stop() {
        server.stop();
    }

    String host() {
        return InetAddress.getLoopbackAddress().getHostAddress();
    }

    int port() {
        return server.getPortAllocated();
    }
}
