package io.firebreak.publishing.channel.bluesky;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * A session with a server, as all nodes share it.
 *
 * @param server the server that gave it; a session is shown to no other
 * @param user the user that the settings named
 * @param did the account's lasting id, whatever it is called
 */
record Session(String server, String user, String did, String accessJwt, String refreshJwt) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "[A-Za-z0-9._~+/=-]+";

    /** Empty when the server's answer lacks something, or has a token that can't stand in a header. */
    static Optional<Session> from(JsonNode answer, String server, String user) {
        Session session = new Session(
                server,
                user,
                answer.path("did").asText(""),
                answer.path("accessJwt").asText(""),
                answer.path("refreshJwt").asText(""));
        boolean isWhole =
                session.did.startsWith("did:") && session.accessJwt.matches(TOKEN) && session.refreshJwt.matches(TOKEN);
        return isWhole ? Optional.of(session) : Optional.empty();
    }

    /**
     * @param kept may be null
     * @return empty when it is of another account or server, or nothing that can be read
     */
    static Optional<Session> kept(String kept, String server, String user) {
        if (kept == null) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(kept);
            boolean isOurs = server.equals(json.path("server").asText())
                    && user.equals(json.path("user").asText());
            return isOurs ? from(json, server, user) : Optional.empty();
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }

    String toKeep() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Five strings can be written", impossible);
        }
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "session of " + did;
    }
}
