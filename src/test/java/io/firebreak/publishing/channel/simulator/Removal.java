package io.firebreak.publishing.channel.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises whatever would take a post away on one of the networks: no channel may ever ask for it. */
final class Removal {

    private static final Pattern PATH = Pattern.compile(
            "deleterecord|applywrites|deleteaccount|deactivateaccount|/(delete|destroy|unreblog|trash|purge)\\b");
    private static final Pattern PARAMETER = Pattern.compile("_method=delete|\\bforce=true");

    /** Where a post of WordPress is changed that is there already. */
    private static final Pattern KNOWN_POST = Pattern.compile("/wp/v2/(posts|pages|comments)/\\d+$");

    /** In these states a post is kept where no reader finds it. */
    private static final Pattern UNSEEN =
            Pattern.compile("\"status\"\\s*:\\s*\"(trash|draft|private|pending|hold|spam)\"|\"force\"\\s*:\\s*true");

    private Removal() {}

    static boolean isAskedBy(Request request) {
        String path = request.path().toLowerCase(Locale.ROOT);
        String query = String.valueOf(request.uri().getQuery()).toLowerCase(Locale.ROOT);
        String body = new String(request.body(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return request.method().equals("DELETE")
                || "DELETE".equalsIgnoreCase(request.header("X-HTTP-Method-Override"))
                || PATH.matcher(path).find()
                || PARAMETER.matcher(query).find()
                || KNOWN_POST.matcher(path).find() && UNSEEN.matcher(body).find();
    }
}
