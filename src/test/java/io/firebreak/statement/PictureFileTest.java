package io.firebreak.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firebreak.rule.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pictures are taken for a statement. */
class PictureFileTest {

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpg, image/jpeg"})
    void shouldReadFromTheBytesWhatItIs(String format, String mediaType) throws IOException {
        // when
        StatementPicture picture = PictureFile.of("kettle.gif", "The kettle", picture(format, 40, 30))
                .picture();

        // then
        assertThat(picture.mediaType()).isEqualTo(mediaType);
        assertThat(picture.width()).isEqualTo(40);
        assertThat(picture.height()).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg xmlns='http://www.w3.org/2000/svg'/>", "<script>alert(1)</script>", "GIF89a", ""})
    void shouldRefuseWhatIsNoPicture(String bytes) {
        assertRefused("x.png", "Something", bytes.getBytes(StandardCharsets.UTF_8), "x.png is no PNG or JPEG picture");
    }

    @Test
    void shouldRefuseAnotherFormat() throws IOException {
        assertRefused("x.png", "Something", picture("gif", 4, 4), "is no PNG or JPEG picture");
    }

    @Test
    void shouldRefuseAPictureWithoutADescription() throws IOException {
        assertRefused("x.png", " ", picture("png", 4, 4), "The description of what the picture shows is missing");
    }

    @Test
    void shouldRefuseAPictureThatIsTooLarge() {
        assertRefused(
                "x.png",
                "Something",
                new byte[PictureFile.MAXIMUM_BYTES + 1],
                "The picture x.png has 2,000,001 bytes, at most 2,000,000 are taken");
    }

    /** A header that promises more pixels than a memory holds. */
    @Test
    void shouldRefuseAPictureThatUnfoldsToTooMuch() throws IOException {
        // given
        byte[] bomb = picture("png", 4, 4);
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);

        // then
        assertRefused("x.png", "Something", bomb, "60000 × 60000 pixels");
    }

    @Test
    void shouldRefuseAPictureThatEndsInItsHeader() throws IOException {
        assertRefused("x.png", "Something", Arrays.copyOf(picture("png", 4, 4), 12), "is no PNG or JPEG picture");
    }

    private static void assertRefused(String name, String altText, byte[] bytes, String sentence) {
        assertThatThrownBy(() -> PictureFile.of(name, altText, bytes))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
