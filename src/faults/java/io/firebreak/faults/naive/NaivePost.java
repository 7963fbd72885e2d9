package io.firebreak.faults.naive;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Posts a text and fails when the server does not say that it has it. */
public class NaivePost implements JavaDelegate {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public void execute(DelegateExecution execution) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create((String) execution.getVariable("address")))
                .timeout(Duration.ofMillis((Long) execution.getVariable("timeout")))
                .header("Authorization", "Bearer " + execution.getVariable("token"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"status\":\"" + execution.getVariable("text") + "\"}"))
                .build();
        int status = CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        if (status >= 300) {
            throw new IllegalStateException("The server answered " + status);
        }
    }
}
