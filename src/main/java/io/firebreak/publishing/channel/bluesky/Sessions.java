package io.firebreak.publishing.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.AccountMemory;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.http.Answer;
import io.firebreak.publishing.channel.http.Call;
import io.firebreak.publishing.channel.http.FailedCall;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Signs calls in. Servers allow few sign-ins a day, so all nodes share one session; whoever finds it spent renews it
 * once for all, and only where that fails the password is used.
 */
class Sessions {

    private final Xrpc xrpc;
    private final String user;
    private final String password;
    private final AccountMemory memory;

    Sessions(Xrpc xrpc, String user, String password, AccountMemory memory) {
        this.xrpc = xrpc;
        this.user = user;
        this.password = password;
        this.memory = memory;
    }

    String did() throws FailedCall {
        return session(current()).did();
    }

    /**
     * Sends a call with the session, and once more with a new one if the server did not take it. What a server refuses
     * so it has not done.
     *
     * @param call from the account's id to the call, without the token
     * @return the answer, whatever its status
     */
    Answer send(Function<String, Call> call) throws FailedCall {
        String kept = current();
        Answer answer = send(call, session(kept));
        if (!Xrpc.isSpentToken(answer)) {
            return answer;
        }
        Answer second = send(call, session(renew(kept)));
        if (Xrpc.isSpentToken(second)) {
            throw xrpc.rejected(
                    "%s does not take the session that it has just given us (%s). Look there whether the account %s is in order.",
                    xrpc.host(), Xrpc.said(second, password), user);
        }
        return second;
    }

    private Answer send(Function<String, Call> call, Session session) throws FailedCall {
        return xrpc.send(call.apply(session.did()).bearer(session.accessJwt()));
    }

    /** The JSON of a success. */
    JsonNode json(Answer answer) throws FailedCall {
        return xrpc.json(answer, password);
    }

    /** What is kept, with a session of this account in it. */
    private String current() throws FailedCall {
        String kept = memory.secret().orElse(null);
        return kept(kept).isPresent() ? kept : renew(kept);
    }

    private Session session(String kept) throws FailedCall {
        return kept(kept)
                .orElseThrow(() -> notSignedIn("The settings of %s differ from node to node.".formatted(user)));
    }

    private String renew(String seen) throws FailedCall {
        try {
            return memory.renew(seen, this::renewed);
        } catch (NoSession failure) {
            // signing in makes nothing public, so its failure leaves no doubt
            throw failure.reason.withoutDoubt();
        }
    }

    private static FailedCall notSignedIn(String sentence) {
        return new FailedCall(new Outcome.NotSent(sentence), 0);
    }

    private String renewed(String kept) {
        try {
            Optional<Session> refreshed =
                    kept(kept).isPresent() ? refreshed(kept(kept).get()) : Optional.empty();
            return (refreshed.isPresent() ? refreshed.get() : created()).toKeep();
        } catch (FailedCall failure) {
            throw new NoSession(failure);
        }
    }

    private Optional<Session> kept(String kept) {
        return Session.kept(kept, xrpc.server().toString(), user);
    }

    /** Empty when the server does not take this session any more. */
    private Optional<Session> refreshed(Session session) throws FailedCall {
        Call call = xrpc.procedure("com.atproto.server.refreshSession").bearer(session.refreshJwt());
        Answer answer = xrpc.send(call);
        if (Xrpc.isSpentToken(answer)) {
            return Optional.empty();
        }
        return Session.from(xrpc.json(answer, password), xrpc.server().toString(), user);
    }

    private Session created() throws FailedCall {
        Call call = xrpc.procedure("com.atproto.server.createSession")
                .json(Map.of("identifier", user, "password", password));
        Answer answer = xrpc.send(call);
        if (answer.status() == 401) {
            throw xrpc.rejected(
                    "%s does not accept the app password of %s (%s). If the account has a new name, set it as user; else make a new app password there under Settings, Privacy and security, and set it as the account's secret.",
                    xrpc.host(), user, Xrpc.said(answer, password));
        }
        return Session.from(xrpc.json(answer, password), xrpc.server().toString(), user)
                .orElseThrow(
                        () -> notSignedIn("%s signed %s in without a usable session.".formatted(xrpc.host(), user)));
    }

    /** Carries a failure out of the memory's renewal. */
    private static final class NoSession extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient FailedCall reason;

        NoSession(FailedCall reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
