package io.firebreak.evidence;

import static io.firebreak.support.SampleFiles.joined;
import static io.firebreak.support.SampleFiles.jpeg;
import static io.firebreak.support.SampleFiles.losslessWebp;
import static io.firebreak.support.SampleFiles.lossyWebp;
import static io.firebreak.support.SampleFiles.pdf;
import static io.firebreak.support.SampleFiles.png;
import static io.firebreak.support.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.rule.Refusal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file is, is in its bytes. */
class FileRecognitionTest {

    private static final byte[] ZIP = {'P', 'K', 3, 4, 20, 0, 0, 0, 0, 0, 1, 2, 3, 4};
    private static final byte[] SCRIPT = text("<script>alert(1)</script>");

    static Stream<Arguments> kept() {
        return Stream.of(
                Arguments.of("a screenshot", png(1), FileKind.PNG),
                Arguments.of("a photo", jpeg(1), FileKind.JPEG),
                Arguments.of("a photo with a further picture behind it", joined(jpeg(1), jpeg(2)), FileKind.JPEG),
                Arguments.of("a photo in a filled block", joined(jpeg(1), new byte[100]), FileKind.JPEG),
                Arguments.of("a lossy WebP", lossyWebp(), FileKind.WEBP),
                Arguments.of("a lossless WebP", losslessWebp(), FileKind.WEBP),
                Arguments.of("a court paper", pdf("Order"), FileKind.PDF),
                Arguments.of("a chat", text("Anna: ¿Qué pasó? 🔥\r\nOtto: zażółć\t…"), FileKind.TEXT),
                Arguments.of(
                        "a mail as text", text("From: a@example.org\nSubject: Broken\n\nIt broke."), FileKind.TEXT),
                Arguments.of("a table as text", text("when;what\n10:00;broken\n"), FileKind.TEXT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kept")
    void shouldKnowWhatIsKept(String what, byte[] bytes, FileKind kind) {
        assertThat(FileRecognition.of("It", bytes)).isEqualTo(kind);
    }

    static Stream<Arguments> noneOfThem() {
        return Stream.of(
                Arguments.of("a page", text("<!DOCTYPE html><html><body>Hello</body></html>")),
                Arguments.of(
                        "a drawing with a script",
                        text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
                Arguments.of("a drawing", text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")),
                Arguments.of("an archive", ZIP),
                Arguments.of("a program", new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0}),
                Arguments.of("an animation", text("GIF89a\u0001\u0000\u0001\u0000")),
                Arguments.of("a text with a zero byte", text("Anna\u0000Otto")),
                Arguments.of("a text that erases itself", text("Anna\u001b[2J")),
                Arguments.of("a text in Latin 1", new byte[] {'c', 'a', 'f', (byte) 0xE9, ' ', 'a', 'u'}),
                Arguments.of("half a character", new byte[] {'a', (byte) 0xF0, (byte) 0x9F}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noneOfThem")
    void shouldRefuseWhatIsNoneOfThem(String what, byte[] bytes) {
        assertRefused(bytes, "It is no PNG, JPEG or WebP picture, no PDF and no plain text");
    }

    static Stream<Arguments> twoThingsAtOnce() {
        return Stream.of(
                Arguments.of("a PNG and an archive", joined(png(1), ZIP)),
                Arguments.of("a PNG and a script", joined(png(1), SCRIPT)),
                Arguments.of("a PNG with one byte behind it", joined(png(1), new byte[1])),
                Arguments.of("a JPEG and an archive", joined(jpeg(1), ZIP)),
                Arguments.of("a JPEG and a script", joined(jpeg(1), SCRIPT)),
                Arguments.of("a WebP and an archive", joined(lossyWebp(), ZIP)),
                Arguments.of("a PDF and an archive", joined(pdf("Order"), ZIP)),
                Arguments.of("half a PNG", Arrays.copyOf(png(1), 60)),
                Arguments.of("half a JPEG", Arrays.copyOf(jpeg(1), 200)),
                Arguments.of("half a WebP", Arrays.copyOf(lossyWebp(), 36)),
                Arguments.of("the mark of a PNG", Arrays.copyOf(png(1), 8)),
                Arguments.of("the mark of a JPEG and a script", joined(Arrays.copyOf(jpeg(1), 20), SCRIPT)),
                Arguments.of("a PNG with a changed bit", changed(png(1), 45)),
                Arguments.of("a PNG that fills the memory", hugePng()),
                Arguments.of("a JPEG of no size", sized(jpeg(1), 0)),
                Arguments.of("a WebP that fills the memory", hugeWebp()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("twoThingsAtOnce")
    void shouldRefuseWhatIsNotThatToItsEnd(String what, byte[] bytes) {
        assertRefused(bytes, "is damaged, far too large to be shown, or holds something else as well");
    }

    @Test
    void shouldEndWithAnyBytesAtAll() {
        // then: nothing reads beyond the end, and nothing reads for ever
        for (byte[] whole : new byte[][] {png(1), jpeg(1), lossyWebp(), losslessWebp()}) {
            // the mark of a container and the first byte of its length are a text of five letters
            for (int length = 6; length < whole.length; length++) {
                byte[] part = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> FileRecognition.of("It", part)).isInstanceOf(Refusal.class);
            }
        }
    }

    private static void assertRefused(byte[] bytes, String sentence) {
        assertThatThrownBy(() -> FileRecognition.of("It", bytes))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    private static byte[] changed(byte[] bytes, int at) {
        bytes[at] ^= 1;
        return bytes;
    }

    /** A few bytes that unfold to 100,000 × 100,000 pixels, with a right check sum. */
    private static byte[] hugePng() {
        byte[] bytes = png(1);
        ByteBuffer file = ByteBuffer.wrap(bytes);
        file.putInt(16, 100_000).putInt(20, 100_000);
        CRC32 sum = new CRC32();
        sum.update(bytes, 12, 17);
        file.putInt(29, (int) sum.getValue());
        return bytes;
    }

    private static byte[] hugeWebp() {
        byte[] bytes = losslessWebp();
        // 14 bits each for width and height
        Arrays.fill(bytes, 21, 25, (byte) 0xFF);
        return bytes;
    }

    private static byte[] sized(byte[] bytes, int size) {
        for (int at = 0; at < bytes.length - 8; at++) {
            if ((bytes[at] & 0xFF) == 0xFF && (bytes[at + 1] & 0xFF) == 0xC0) {
                Arrays.fill(bytes, at + 5, at + 9, (byte) size);
            }
        }
        return bytes;
    }
}
