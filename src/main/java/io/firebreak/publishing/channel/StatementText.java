package io.firebreak.publishing.channel;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A message as one plain text, for channels that have no title of their own. */
public final class StatementText {

    private StatementText() {}

    /** Title, blank line, body; what a correction puts right comes first. */
    public static String of(Message message, ChannelWords words) {
        String text = message.title() + "\n\n" + message.body().strip();
        return message.isCorrection() ? words.correction(message) + "\n\n" + text : text;
    }

    /**
     * The texts of a thread as its parts; the message's pictures belong to the first.
     *
     * @param payload of a part with this text
     */
    public static List<Part> parts(List<String> texts, Message message, UnaryOperator<String> payload) {
        List<Integer> pictures =
                IntStream.range(0, message.pictures().size()).boxed().toList();
        return IntStream.range(0, texts.size())
                .mapToObj(at -> new Part(texts.get(at), payload.apply(texts.get(at)), at == 0 ? pictures : List.of()))
                .toList();
    }
}
