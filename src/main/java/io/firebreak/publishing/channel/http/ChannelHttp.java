package io.firebreak.publishing.channel.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Calls the servers of channels. Nothing is tried again in here and no redirect is followed: who calls must know what
 * was sent where, and how often.
 */
@Component
public class ChannelHttp {

    /** What an API says fits in by far; a server that never ends must not fill our memory. */
    static final int MAXIMUM_ANSWER = 2_000_000;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    private final HttpClient client;

    ChannelHttp() {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    /**
     * @throws NotSentException when the request can't have reached the server
     * @throws NoAnswerException when it may have, and what came back is no complete answer
     */
    public Answer send(Call call) throws NotSentException, NoAnswerException {
        try {
            return request(call).exchange((request, response) -> read(response));
        } catch (ResourceAccessException failure) {
            throw classified(call, failure);
        }
    }

    private RestClient.RequestHeadersSpec<?> request(Call call) {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(call.timeout());
        RestClient.RequestBodySpec request = RestClient.builder()
                .requestFactory(factory)
                .build()
                .method(call.method())
                .uri(call.uri())
                .headers(headers -> headers.addAll(call.headers()));
        return call.body() == null ? request : request.body(call.body());
    }

    private static Answer read(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        try (InputStream body = response.getBody()) {
            byte[] bytes = body.readNBytes(MAXIMUM_ANSWER + 1);
            if (bytes.length > MAXIMUM_ANSWER) {
                throw new EndlessAnswerException();
            }
            return new Answer(status, response.getHeaders(), bytes);
        }
    }

    private static <T extends Exception> T as(Class<T> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    private static NoAnswerException classified(Call call, ResourceAccessException failure) throws NotSentException {
        String server = call.uri().getHost();
        if (as(HttpConnectTimeoutException.class, failure) != null || as(ConnectException.class, failure) != null) {
            throw new NotSentException(server + " can't be reached: no connection.", failure);
        }
        if (as(UnknownHostException.class, failure) != null || as(UnresolvedAddressException.class, failure) != null) {
            throw new NotSentException("There is no server called " + server + ".", failure);
        }
        if (as(SSLHandshakeException.class, failure) != null) {
            throw new NotSentException(server + " has no certificate that can be trusted.", failure);
        }
        if (as(EndlessAnswerException.class, failure) != null) {
            return new NoAnswerException(server + " answered with more than any answer should have.", failure);
        }
        if (as(HttpTimeoutException.class, failure) != null) {
            return new NoAnswerException(
                    "%s did not answer in %d seconds."
                            .formatted(server, call.timeout().toSeconds()),
                    failure);
        }
        return new NoAnswerException(
                as(SocketException.class, failure) != null
                        ? server + " cut the connection before it answered."
                        : server + " gave no complete answer.",
                failure);
    }

    private static final class EndlessAnswerException extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
