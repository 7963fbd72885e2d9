package io.firebreak.notification.means;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Posts to webhooks: no redirect is followed, and every answer has a limit of size and time. */
@Component
class WebhookHttp {

    /** All that is read of an answer: a word or two say what was wrong. */
    private static final int MOST_BYTES = 8_192;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** A complaint that is fit to be shown: a few plain words, as Slack's {@code channel_is_archived}. */
    private static final Pattern COMPLAINT = Pattern.compile("[A-Za-z][A-Za-z0-9_ ,.-]{1,80}");

    private final RestClient client;
    private final Duration timeout;
    private final Clock clock;

    WebhookHttp(MeansSettings settings, Clock clock) {
        this.clock = clock;
        this.timeout = settings.attemptTimeout();
        Duration connecting = CONNECT_TIMEOUT.compareTo(timeout) < 0 ? CONNECT_TIMEOUT : timeout;
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connecting)
                .build());
        factory.setReadTimeout(timeout);
        this.client = RestClient.builder().requestFactory(factory).build();
    }

    /**
     * @param secret that no reason may repeat; null: none
     */
    Outcome post(URI address, WebhookForm.Post post, String secret) {
        try {
            return client.post()
                    .uri(address)
                    .headers(headers -> headers.addAll(post.headers()))
                    .body(post.body())
                    .exchange((request, response) -> outcome(response, secret));
        } catch (ResourceAccessException failure) {
            return new Outcome.Failed(reason(failure), null);
        }
    }

    private Outcome outcome(ClientHttpResponse response, String secret) throws IOException {
        int status = response.getStatusCode().value();
        if (status >= 200 && status < 300) {
            return new Outcome.Sent();
        }
        if (status >= 300 && status < 400) {
            return new Outcome.Refused(
                    "It sent us on to another address, which is never followed; please correct its address.");
        }
        String reason = "It answered %d%s".formatted(status, complaint(response, secret));
        boolean forGood = status >= 400 && status < 500 && status != 408 && status != 429;
        return forGood ? new Outcome.Refused(reason) : new Outcome.Failed(reason, retryAfter(response.getHeaders()));
    }

    private static String complaint(ClientHttpResponse response, String secret) {
        try (InputStream body = response.getBody()) {
            String said = new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
            boolean fit = COMPLAINT.matcher(said).matches() && (secret == null || !said.contains(secret));
            return fit ? ": " + said + "." : ".";
        } catch (IOException unreadable) {
            return ".";
        }
    }

    /** In seconds or as a date (RFC 9110, 10.2.3); null when it is missing or unreadable. */
    private Duration retryAfter(HttpHeaders headers) {
        String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (value == null) {
            return null;
        }
        Duration pause = value.strip().matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(value.strip()))
                : until(value.strip());
        if (pause == null || pause.isNegative()) {
            return null;
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private Duration until(String date) {
        try {
            return Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private String reason(ResourceAccessException failure) {
        if (causedBy(HttpConnectTimeoutException.class, failure)
                || causedBy(ConnectException.class, failure)
                || causedBy(UnresolvedAddressException.class, failure)) {
            return "It can't be reached: no connection.";
        }
        if (causedBy(SSLException.class, failure)) {
            return "It has no certificate that can be trusted.";
        }
        return causedBy(HttpTimeoutException.class, failure)
                ? "It did not answer in %d seconds.".formatted(Math.max(1, timeout.toSeconds()))
                : "It cut the connection before it answered.";
    }

    private static boolean causedBy(Class<? extends Throwable> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
