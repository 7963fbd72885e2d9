package io.firebreak.publishing.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.Picture;
import io.firebreak.publishing.channel.RemotePost;
import io.firebreak.publishing.channel.http.Answer;
import io.firebreak.publishing.channel.http.Call;
import io.firebreak.publishing.channel.http.FailedCall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The account's records on its server. */
class Repository {

    private final Xrpc xrpc;
    private final Sessions sessions;

    Repository(Xrpc xrpc, Sessions sessions) {
        this.xrpc = xrpc;
        this.sessions = sessions;
    }

    String host() {
        return xrpc.host();
    }

    String did() throws FailedCall {
        return sessions.did();
    }

    /** The account as its server knows it now. */
    JsonNode account() throws FailedCall {
        return sessions.json(sessions.send(did -> xrpc.query("com.atproto.server.getSession", Map.of())));
    }

    /** The blob to put into a record. The same picture gives the same blob. */
    JsonNode upload(Picture picture) throws FailedCall {
        MediaType type = MediaType.parseMediaType(picture.mediaType());
        Answer answer = sessions.send(
                did -> xrpc.procedure("com.atproto.repo.uploadBlob").body(type, picture.bytes()));
        return sessions.json(answer).path("blob");
    }

    /**
     * Writes a post where there is none yet.
     *
     * @return empty when there is one already, which stays as it is
     */
    Optional<RemotePost> create(String recordKey, Map<String, Object> post) throws FailedCall {
        Answer answer = sessions.send(
                did -> xrpc.procedure("com.atproto.repo.putRecord").json(put(did, recordKey, post)));
        if (Xrpc.error(answer).equals("InvalidSwap")) {
            return Optional.empty();
        }
        return Optional.of(post(sessions.json(answer)));
    }

    private static Map<String, Object> put(String did, String recordKey, Map<String, Object> post) {
        Map<String, Object> put = new LinkedHashMap<>();
        put.put("repo", did);
        put.put("collection", PostAddress.POSTS);
        put.put("rkey", recordKey);
        put.put("validate", true);
        // "there is none yet": without it, another text in that place would be overwritten without a word
        put.put("swapRecord", null);
        put.put("record", post);
        return put;
    }

    /**
     * @return empty when the server says that there is none
     */
    Optional<JsonNode> find(PostAddress address) throws FailedCall {
        Call call = xrpc.query("com.atproto.repo.getRecord", address.parameters());
        Answer answer = xrpc.send(call);
        boolean isMissing = Xrpc.error(answer).equals("RecordNotFound")
                || answer.status() == 400 && Xrpc.said(answer).startsWith("Could not locate record");
        return isMissing ? Optional.empty() : Optional.of(xrpc.json(answer));
    }

    /** The post that an answer with {@code uri} and {@code cid} tells of. */
    static RemotePost post(JsonNode answer) {
        String uri = answer.path("uri").asText();
        String url = PostAddress.parse(uri).map(PostAddress::url).orElse(null);
        return new RemotePost(uri, url, answer.path("cid").asText(null));
    }
}
