package io.firebreak.publishing.channel.byhand;

import io.firebreak.publishing.channel.Capabilities;
import io.firebreak.publishing.channel.Certainty;
import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.ChannelWords;
import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.MessageText;
import io.firebreak.publishing.channel.Outcome;
import io.firebreak.publishing.channel.Part;
import io.firebreak.publishing.channel.Probe;
import io.firebreak.publishing.channel.ReadBack;
import io.firebreak.publishing.channel.RemotePost;
import java.util.List;

/** Nothing is ever sent here: the text waits for the person who takes it to where the public is. */
class ByHandChannel implements Channel {

    private static final String NO_INTERFACE = "This touch point has no interface; a person has to publish there.";

    private final ChannelWords words;

    ByHandChannel(ChannelWords words) {
        this.words = words;
    }

    @Override
    public boolean isByHand() {
        return true;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.text(Certainty.PERSON);
    }

    @Override
    public String check() {
        return null;
    }

    @Override
    public List<String> validate(Message message) {
        return List.of();
    }

    @Override
    public List<Part> render(Message message) {
        return List.of(Part.of(MessageText.of(message, words)));
    }

    @Override
    public Outcome publish(Delivery delivery) {
        return new Outcome.Rejected(NO_INTERFACE);
    }

    @Override
    public Outcome reply(Delivery delivery, RemotePost post) {
        return new Outcome.Rejected(NO_INTERFACE);
    }

    @Override
    public Outcome correct(Delivery delivery, RemotePost earlier) {
        return new Outcome.Rejected(NO_INTERFACE);
    }

    @Override
    public Probe probe(Delivery delivery) {
        return new Probe.AskPerson(NO_INTERFACE);
    }

    @Override
    public ReadBack readBack(Delivery delivery, RemotePost post) {
        return new ReadBack.CannotTell(NO_INTERFACE);
    }
}
