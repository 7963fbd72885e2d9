package io.firebreak.publishing.channel;

import java.util.List;

/**
 * One account on one touch point. A channel makes remote calls and keeps nothing: what it needs is in the {@link
 * Delivery}, the same on every attempt. There is no way to delete: what is public is put right in public.
 *
 * <p>{@link #publish}, {@link #reply}, {@link #correct} and {@link #probe} tell every failure as a value; an exception
 * out of them counts as {@link Outcome.Unknown}. No transaction is open while they run, except for channels whose
 * certainty is {@link Certainty#TRANSACTION}.
 */
public interface Channel {

    /** What fits and how sure we can be; asks nobody. Limits of the server count once {@link #check} has read them. */
    Capabilities capabilities();

    /**
     * Asks the server whether the account would work now, and for its limits, without publishing anything.
     *
     * @return null when it works, else one sentence that says what is wrong and what to do; never a secret
     */
    String check();

    /** What keeps this text from this channel, each a sentence for its author; empty when it fits. Asks nobody. */
    List<String> validate(Message message);

    /**
     * The form of the text on this channel, in one part or, where the channel has threads, in several. Asks nobody: the
     * same message and limits give the same parts, byte for byte.
     *
     * @throws IllegalArgumentException where the words can't be made to fit, which {@link #validate} says
     */
    List<Part> render(Message message);

    /** How long a text of one part is as this channel counts; asks nobody. */
    default Count count(String text) {
        return new Count(text.codePointCount(0, text.length()), Integer.MAX_VALUE, Count.Unit.CHARACTERS, 0);
    }

    /** Whether this touch point has no interface, so that a person publishes and nothing here is ever sent. */
    default boolean isByHand() {
        return false;
    }

    /** To whom each part goes, one delivery each: one empty text where the channel is read by everybody. */
    default List<String> addressees() {
        return List.of("");
    }

    /** Brings one part to the public. Called again for the same delivery only when it is sure not to be there. */
    Outcome publish(Delivery delivery);

    /** Whether this account can answer that post by its interface, as far as can be told without asking anybody. */
    default boolean canAnswer(RemotePost post) {
        return false;
    }

    /** Answers somebody's post with one part. */
    Outcome reply(Delivery delivery, RemotePost post);

    /** Puts our own earlier post right in public, in the way that this channel's readers expect. */
    Outcome correct(Delivery delivery, RemotePost earlier);

    /** Finds out whether this delivery is public, without changing anything. */
    Probe probe(Delivery delivery);

    /** Compares what is public now with what was approved. */
    ReadBack readBack(Delivery delivery, RemotePost post);
}
