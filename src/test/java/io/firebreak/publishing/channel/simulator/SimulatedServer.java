package io.firebreak.publishing.channel.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A server on loopback that speaks HTTP, does what {@link #handle} says, keeps what it made public, and misbehaves as
 * its {@link FaultPlan} says. Requests are served in parallel; {@link #handle} runs for one at a time, so that a
 * simulator needs no locks of its own.
 *
 * <p>Whoever asks it to take something away again is told so when it is closed: a mistake is put right in public.
 *
 * <p>{@code GET /simulator/accepted} answers with everything accepted so far as JSON, for tests in another process.
 */
public abstract class SimulatedServer implements AutoCloseable {

    static {
        // the JDK's server would otherwise hold back small answers for 40 ms
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String ACCEPTED_PATH = "/simulator/accepted";
    private static final String ELSEWHERE_PATH = "/simulator/elsewhere";
    private static final int MOST_BYTES_WITHOUT_END = 64_000_000;
    private static final int LONGEST_DRIP_PAUSE_MILLIS = 100;

    private final FaultPlan faults = new FaultPlan();
    private final AcceptedPosts accepted = new AcceptedPosts();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> removals = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(SimulatedServer::daemon);
    private final HttpServer server;

    /**
     * @param port 0 for any free one
     */
    protected SimulatedServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException("No simulator can listen on port " + port, failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Does what the request asks, as the real server would. Never called by two threads at once. */
    protected abstract Reply handle(Request request) throws IOException;

    /** Whether this request, if it works, makes something public. */
    protected abstract boolean publishes(Request request);

    /** To be called by {@link #handle} for everything that becomes public. */
    protected final void accept(AcceptedPost post) {
        accepted.add(post);
    }

    public final URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public final int port() {
        return server.getAddress().getPort();
    }

    public final FaultPlan faults() {
        return faults;
    }

    /** What it made public, in order: the truth. */
    public final List<AcceptedPost> accepted() {
        return accepted.all();
    }

    public final AcceptedPosts acceptedPosts() {
        return accepted;
    }

    /** Method and path of each request so far, such as "GET /api/v2/instance"; faulty ones too. */
    public final List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** Whether somebody followed a redirect, with all that the request held. */
    public final boolean wasFollowedElsewhere() {
        return requests().stream().anyMatch(request -> request.endsWith(ELSEWHERE_PATH));
    }

    /**
     * Ends at once; requests under way get no answer.
     *
     * @throws AssertionError when anybody asked to take away what is public
     */
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
        if (!removals.isEmpty()) {
            throw new AssertionError("No channel may take anything away, and this was asked: " + removals);
        }
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes());
            if (request.is("GET", ACCEPTED_PATH)) {
                send(exchange, Reply.json(200, accepted()));
                return;
            }
            requests.add(request.method() + " " + request.path());
            if (Removal.isAskedBy(request)) {
                removals.add(request.method() + " " + request.path());
            }
            misbehave(exchange, request, faults.draw(publishes(request)));
        } catch (IOException gone) {
            // the client left; a cut connection is nothing to tell of
        }
    }

    private void misbehave(HttpExchange exchange, Request request, Fault fault) throws IOException {
        Reply reply = fault.accepts() ? handleAlone(request) : null;
        switch (fault.kind()) {
            case NONE -> send(exchange, reply);
            case DELAY -> sendAfter(exchange, request, reply, fault.duration());
            case CUT -> exchange.close();
            case TOO_MANY_REQUESTS ->
                send(
                        exchange,
                        Reply.json(429, error("RateLimitExceeded"))
                                .header(
                                        "Retry-After",
                                        Long.toString(fault.duration().toSeconds())));
            case SERVER_ERROR -> send(exchange, Reply.json(500, error("InternalServerError")));
            case UNAVAILABLE -> send(exchange, Reply.json(503, error("ServiceUnavailable")));
            case HTML -> send(exchange, Reply.html(200, "<!DOCTYPE html><title>Please sign in</title><p>Sign in."));
            case ENDLESS -> sendWithoutEnd(exchange);
            case DRIP -> drip(exchange, fault.duration());
            case REDIRECT -> send(exchange, Reply.html(302, "").header("Location", elsewhere()));
            case UNAUTHORIZED -> send(exchange, unauthorized(request));
        }
    }

    /** How this server refuses a token that it does not know. */
    protected Reply unauthorized(Request request) {
        return Reply.json(401, error("Unauthorized"));
    }

    private synchronized Reply handleAlone(Request request) throws IOException {
        return handle(request);
    }

    /** The same server under another name: a client that takes redirects would arrive, and be seen. */
    private String elsewhere() {
        return "http://localhost:" + port() + ELSEWHERE_PATH;
    }

    private static Map<String, String> error(String name) {
        return Map.of("error", name);
    }

    /**
     * @param reply null when the request is still to be done
     */
    private void sendAfter(HttpExchange exchange, Request request, Reply reply, Duration delay) throws IOException {
        if (!closesWithin(delay)) {
            send(exchange, reply == null ? handleAlone(request) : reply);
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        if (reply.body().length > 0) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    private void sendWithoutEnd(HttpExchange exchange) throws IOException {
        byte[] chunk = " ".repeat(64_000).getBytes(StandardCharsets.US_ASCII);
        OutputStream body = beginJson(exchange);
        for (int sent = 0; sent < MOST_BYTES_WITHOUT_END && closed.getCount() > 0; sent += chunk.length) {
            body.write(chunk);
        }
    }

    private void drip(HttpExchange exchange, Duration duration) throws IOException {
        OutputStream body = beginJson(exchange);
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end && !closesWithin(Duration.ofMillis(LONGEST_DRIP_PAUSE_MILLIS))) {
            body.write(' ');
            body.flush();
        }
    }

    private static OutputStream beginJson(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private boolean closesWithin(Duration duration) {
        try {
            return closed.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "simulator");
        thread.setDaemon(true);
        return thread;
    }
}
