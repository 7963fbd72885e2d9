package io.firebreak.notification.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A link says what we have signed and nothing else. */
class AnswerTokenTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final AnswerToken TOKEN =
            new AnswerToken(UUID.randomUUID(), Act.TAKE, Instant.parse("2026-11-28T20:00:00Z"));

    @Test
    void shouldReadWhatItWrote() {
        String written = TOKEN.write(KEY);

        assertThat(AnswerToken.read(written, KEY)).contains(TOKEN);
        assertThat(written).hasSizeLessThan(120).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void shouldReadNothingWithAnotherKey() {
        assertThat(AnswerToken.read(TOKEN.write(KEY), new byte[32])).isEmpty();
    }

    @Test
    void shouldReadNothingOfWhichASingleBitIsChanged() {
        // given
        byte[] whole = Base64.getUrlDecoder().decode(TOKEN.write(KEY));

        for (int bit = 0; bit < whole.length * 8; bit++) {
            // when
            byte[] forged = whole.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);

            // then
            assertThat(AnswerToken.read(encoded(forged), KEY)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void shouldReadOneWayOfWritingAlone() {
        // given the last sign has bits that mean nothing
        String written = TOKEN.write(KEY);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char next = alphabet.charAt(alphabet.indexOf(written.charAt(written.length() - 1)) + 1);

        // then
        assertThat(AnswerToken.read(written.substring(0, written.length() - 1) + next, KEY))
                .isEmpty();
        assertThat(AnswerToken.read(written + "==", KEY)).isEmpty();
        assertThat(AnswerToken.read(written + "A", KEY)).isEmpty();
        assertThat(AnswerToken.read(written.substring(1), KEY)).isEmpty();
        assertThat(AnswerToken.read("", KEY)).isEmpty();
        assertThat(AnswerToken.read("%00/../ü", KEY)).isEmpty();
    }

    @Test
    void shouldBeAnotherForEachActAndQuestion() {
        String other = new AnswerToken(TOKEN.ask(), Act.DECLINE, TOKEN.expiresAt()).write(KEY);

        assertThat(other).isNotEqualTo(TOKEN.write(KEY));
        assertThat(AnswerToken.read(other, KEY).orElseThrow().act()).isEqualTo(Act.DECLINE);
        // the hash of one does not fit the other
        byte[] mixed = Base64.getUrlDecoder().decode(other);
        System.arraycopy(Base64.getUrlDecoder().decode(TOKEN.write(KEY)), 26, mixed, 26, 32);
        assertThat(AnswerToken.read(encoded(mixed), KEY)).isEmpty();
    }

    @Test
    void shouldSayWhatIsWrongWithAKeyAndNotShowIt() {
        assertThatThrownBy(() -> LinkSettings.of("c2hvcnQ=", "https://crisis.example", "/camunda"))
                .hasMessageContaining("must be 32 bytes in base64")
                .hasMessageNotContaining("c2hvcnQ");
        assertThat(LinkSettings.of(Base64.getEncoder().encodeToString(KEY), "https://crisis.example/", "/camunda"))
                .hasToString("links to https://crisis.example")
                .satisfies(settings -> assertThat(settings.key()).isEqualTo(KEY));
        assertThat(LinkSettings.of(" ", "https://crisis.example", "/camunda").key())
                .isNull();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
