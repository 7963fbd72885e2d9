package io.firebreak.publishing.channel;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Statements and deliveries for tests of channels. No two have the same text. */
public final class Sample {

    private static final String PARAGRAPH =
            "We stopped selling the kettle on Tuesday. Über 4,000 people own one; please don't use it, and bring it back to any shop.";

    private Sample() {}

    /** One that fits into one post everywhere. */
    public static Message statement() {
        return message(
                "Kettle recall " + mark(),
                "Please stop using the kettle “Głos” 👩‍👩‍👧 at once.\n\nAll about it: https://brand.example/recall?lot=7&lang=en #KettleRecall",
                null,
                List.of());
    }

    /** A reply to one person: a text without a title. */
    public static Message reply() {
        return message(
                "",
                "We looked for your parcel “Głos”: it waits in your post office.\n\nSorry that it took so long! Its number is "
                        + mark() + ".",
                null,
                List.of());
    }

    /** One that puts {@link #statement} right. */
    public static Message correction() {
        return message("Kettle recall " + mark(), "It is lot 8.", "It is lot 8, not lot 7.", List.of());
    }

    /** One that fills between three and nine posts where posts are short. */
    public static Message longStatement() {
        return message(
                "Kettle recall " + mark(),
                (PARAGRAPH + " " + PARAGRAPH + "\n\n").repeat(5) + "https://brand.example/recall #KettleRecall",
                null,
                List.of());
    }

    public static Message withPictures(Picture... pictures) {
        return message("Kettle recall " + mark(), "This is what it looks like.", null, List.of(pictures));
    }

    public static Picture picture(String name, String altText) {
        byte[] bytes = png();
        return new Picture(name, "image/png", bytes, altText, 40, 30);
    }

    /** In German, so that a channel which ignores the language can be seen to. */
    public static Message message(String title, String body, String correctionNote, List<Picture> pictures) {
        return new Message(UUID.randomUUID(), UUID.randomUUID(), "de-AT", title, body, correctionNote, pictures);
    }

    /**
     * @param previous what the part before it became; null for the first
     */
    public static Delivery delivery(
            Message message, List<Part> parts, int number, String addressee, RemotePost root, RemotePost previous) {
        return new Delivery(
                UUID.randomUUID(),
                (mark() + mark() + mark() + mark() + mark() + mark() + mark() + mark()),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                message,
                parts.get(number - 1),
                number,
                parts.size(),
                addressee,
                List.of(),
                root,
                previous);
    }

    private static String mark() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static byte[] png() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
