package io.firebreak.statement;

import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture as somebody handed it in. Only acceptable ones exist; see {@link #of}.
 *
 * @param picture what is known of it
 * @param bytes as they were handed in
 */
public record PictureFile(StatementPicture picture, byte[] bytes) {

    /** What the strictest network takes. */
    public static final int MAXIMUM_BYTES = 2_000_000;

    public static final int MAXIMUM_ALT_TEXT = 1_000;

    /** A small file can unfold to a picture that fills the memory of every reader. */
    private static final long MAXIMUM_PIXELS = 40_000_000;

    private static final TextRule NAME = TextRule.line("pictures", "The picture's name", 200);
    private static final TextRule ALT_TEXT =
            TextRule.text("pictures", "The description of what the picture shows", MAXIMUM_ALT_TEXT);

    /**
     * A checked picture. What it is, is read from its bytes and not from its name.
     *
     * @throws Refusal when it is too large, no PNG or JPEG, or without a description
     */
    public static PictureFile of(String name, String altText, byte[] bytes) {
        String checkedName = NAME.require(name);
        String description = ALT_TEXT.require(altText);
        if (bytes.length > MAXIMUM_BYTES) {
            throw Refusal.invalid(
                    "pictures",
                    "The picture %s has %,d bytes, at most %,d are taken; please make it smaller."
                            .formatted(checkedName, bytes.length, MAXIMUM_BYTES));
        }
        return read(checkedName, description, bytes);
    }

    private static PictureFile read(String name, String altText, byte[] bytes) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (readers.hasNext()) {
                return measured(readers.next(), input, name, altText, bytes);
            }
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof Refusal refusal) {
                throw refusal;
            }
            // the sentence below says what to do
        }
        throw noPicture(name);
    }

    private static PictureFile measured(
            ImageReader reader, ImageInputStream input, String name, String altText, byte[] bytes) throws IOException {
        try {
            String format = reader.getFormatName().toLowerCase(Locale.ROOT);
            if (!format.equals("png") && !format.equals("jpeg")) {
                throw noPicture(name);
            }
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MAXIMUM_PIXELS) {
                throw Refusal.invalid(
                        "pictures",
                        "The picture %s has %d × %d pixels, which is more than anybody can show; please make it smaller."
                                .formatted(name, width, height));
            }
            return new PictureFile(
                    new StatementPicture(name, "image/" + format, altText, width, height, sha256(bytes)), bytes);
        } finally {
            reader.dispose();
        }
    }

    private static Refusal noPicture(String name) {
        return Refusal.invalid("pictures", "%s is no PNG or JPEG picture; please choose one.".formatted(name));
    }

    /** Of any bytes, hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
