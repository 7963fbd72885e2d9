package io.firebreak.publishing;

import io.firebreak.publishing.channel.Channel;
import io.firebreak.publishing.channel.Message;
import io.firebreak.publishing.channel.Part;
import io.firebreak.publishing.channel.TextSpans;
import io.firebreak.rule.Refusal;
import io.firebreak.statement.PictureFile;
import io.firebreak.statement.Rendering;
import io.firebreak.statement.StatementText;
import io.firebreak.statement.StatementVersion;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Shows people how a text looks on each account, in the order in which it goes out. Nothing is kept. */
@Service
public class ChannelForms {

    /** Stands for the ids that a text gets when it is handed in. */
    static final UUID NOT_YET = new UUID(0, 0);

    private final Accounts accounts;
    private final StatementRenderer renderer;

    ChannelForms(Accounts accounts, StatementRenderer renderer) {
        this.accounts = accounts;
        this.renderer = renderer;
    }

    /**
     * The forms that the text would have if it were handed in now, also where it does not fit.
     *
     * @param pictures the files of the text's pictures, in their order; of their bytes only the length matters
     * @throws Refusal when no public channel takes texts in its language
     */
    public List<ChannelForm> of(StatementText text, List<PictureFile> pictures) {
        Message message = Messages.of(NOT_YET, NOT_YET, text, pictures);
        return renderer.takersOf(text.language()).stream()
                .map(account -> of(account, message))
                .toList();
    }

    private static ChannelForm of(ChannelAccount account, Message message) {
        Channel channel = account.channel();
        return form(account, channel.isByHand(), channel.validate(message), rendered(channel, message));
    }

    /**
     * The form of a text on an account.
     *
     * @param byHand whether a person brings it there
     */
    static ChannelForm form(ChannelAccount account, boolean byHand, List<String> problems, List<Part> parts) {
        List<ChannelForm.Part> shown = parts.stream()
                .map(part -> part(part.text(), part.pictures(), account.channel()))
                .toList();
        return new ChannelForm(account.name(), account.label(), account.audience(), byHand, problems, shown);
    }

    /** A text that a person brings where no account of ours is. */
    static ChannelForm byHand(String text) {
        return new ChannelForm("", "", Audience.PUBLIC, true, List.of(), List.of(part(text, List.of(), null)));
    }

    /** Pictures that don't fit hide the words from nobody; words that can't be cut to fit have no form. */
    static List<Part> rendered(Channel channel, Message message) {
        try {
            return channel.render(message);
        } catch (IllegalArgumentException unsplittable) {
            return List.of();
        }
    }

    /** The forms that were kept with a version: what was approved, or is to be. */
    public List<ChannelForm> of(StatementVersion version) {
        return version.renderings().stream()
                .map(Rendering::channel)
                .distinct()
                .map(channel -> kept(channel, version.renderingsFor(channel)))
                .toList();
    }

    private ChannelForm kept(String name, List<Rendering> renderings) {
        return accounts.find(name)
                .map(account -> new ChannelForm(
                        name,
                        account.label(),
                        account.audience(),
                        account.channel().isByHand(),
                        List.of(),
                        parts(renderings, account.channel())))
                .orElseGet(() -> new ChannelForm(name, name, null, false, List.of(), parts(renderings, null)));
    }

    private static List<ChannelForm.Part> parts(List<Rendering> renderings, Channel channel) {
        return renderings.stream()
                .map(rendering -> part(rendering.text(), rendering.pictures(), channel))
                .toList();
    }

    private static ChannelForm.Part part(String text, List<Integer> pictures, Channel channel) {
        return new ChannelForm.Part(
                text, pictures, channel == null ? null : ChannelForm.Filling.of(channel.count(text)), links(text));
    }

    private static List<ChannelForm.Link> links(String text) {
        return TextSpans.of(text).stream()
                .filter(span -> span.kind() == TextSpans.Kind.LINK)
                .map(span -> new ChannelForm.Link(span.start(), span.end()))
                .toList();
    }
}
