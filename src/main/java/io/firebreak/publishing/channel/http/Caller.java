package io.firebreak.publishing.channel.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.firebreak.publishing.channel.AccountMemory;
import io.firebreak.publishing.channel.Outcome;

/**
 * Calls a JSON interface for one account: tells each failure with its meaning, and lets the account rest as soon as an
 * answer says that no more calls are taken.
 */
public final class Caller {

    private final ChannelHttp http;
    private final Refusals refusals;
    private final RateLimit rateLimit;
    private final AccountMemory memory;

    Caller(ChannelHttp http, Refusals refusals, RateLimit rateLimit, AccountMemory memory) {
        this.http = http;
        this.refusals = refusals;
        this.rateLimit = rateLimit;
        this.memory = memory;
    }

    /**
     * The answer, whatever its status.
     *
     * @throws FailedCall when there is none
     */
    public Answer send(Call call) throws FailedCall {
        try {
            Answer answer = http.send(call);
            rateLimit.spentUntil(answer).ifPresent(memory::restUntil);
            return answer;
        } catch (NotSentException notSent) {
            throw new FailedCall(new Outcome.NotSent(notSent.getMessage()), 0);
        } catch (NoAnswerException noAnswer) {
            throw new FailedCall(new Outcome.Unknown(noAnswer.getMessage()), 0);
        }
    }

    /**
     * The JSON of a success.
     *
     * @param server how people call it
     * @throws FailedCall with doubt when it is none: what answered may not be the server that we mean
     */
    public JsonNode json(String server, Answer answer) throws FailedCall {
        JsonNode body = answer.json();
        if (!body.isContainerNode()) {
            throw new FailedCall(
                    new Outcome.Unknown(
                            "%s answered with something else than its interface does. Look whether the account's url is right, and whether a sign-in page or the like stands in between."
                                    .formatted(server)),
                    answer.status());
        }
        return body;
    }

    /**
     * What an answer means that is no success.
     *
     * @param said see {@link Refusals#outcome}
     */
    public FailedCall refused(Answer answer, String said) {
        Outcome outcome = refusals.outcome(answer, said);
        if (outcome instanceof Outcome.NotSent notSent && notSent.retryAfter() == null) {
            outcome = new Outcome.NotSent(notSent.reason(), rateLimit.pause(answer));
        }
        return new FailedCall(outcome, answer.status());
    }
}
