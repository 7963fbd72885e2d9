package io.firebreak.publishing.channel;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A message as one plain text. */
public final class MessageText {

    private MessageText() {}

    /** For channels that have no title: title, blank line, body; what a correction puts right comes first. A reply has no title. */
    public static String of(Message message, ChannelWords words) {
        String text = message.title().isEmpty()
                ? message.body().strip()
                : message.title() + "\n\n" + message.body().strip();
        return message.isCorrection() ? words.correction(message) + "\n\n" + text : text;
    }

    /**
     * For channels that have a title: what a correction puts right comes after it, as readers see it there.
     *
     * @param title as this channel shows it
     */
    public static String below(String title, Message message, ChannelWords words) {
        return Stream.of(title, message.isCorrection() ? words.correction(message) : "", message.body())
                .filter(text -> text != null && !text.isBlank())
                .map(String::strip)
                .collect(Collectors.joining("\n\n"));
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
