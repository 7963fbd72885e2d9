package io.firebreak.publishing.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import io.firebreak.publishing.channel.Delivery;
import io.firebreak.publishing.channel.Part;
import io.firebreak.publishing.channel.Sample;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordKeyTest {

    private static final Instant QUEUED = Instant.ofEpochSecond(1_700_000_000);

    @Test
    void shouldBeTheTimestampIdentifierOfTheDelivery() {
        assertThat(RecordKey.of(delivery("0".repeat(64), 1))).isEqualTo("3ke6kg3wk2222");
    }

    @Test
    void shouldBeTheSameForTheSameDeliveryOnly() {
        // given
        Random random = new Random(7);
        Set<String> keys = new HashSet<>();

        // when
        for (int count = 0; count < 1000; count++) {
            byte[] key = new byte[32];
            random.nextBytes(key);
            Delivery delivery = delivery(HexFormat.of().formatHex(key), 1);
            assertThat(RecordKey.of(delivery)).isEqualTo(RecordKey.of(delivery));
            keys.add(RecordKey.of(delivery));
        }

        // then
        assertThat(keys).as("of deliveries queued in the same microsecond").hasSize(1000);
    }

    @Test
    void shouldFollowTheOrderOfAThread() {
        assertThat(RecordKey.of(delivery("f".repeat(64), 1))).isLessThan(RecordKey.of(delivery("0".repeat(64), 2)));
    }

    private static Delivery delivery(String key, int number) {
        return new Delivery(
                UUID.randomUUID(),
                key,
                QUEUED,
                Sample.statement(),
                Part.of("text"),
                number,
                2,
                "",
                List.of(),
                null,
                null);
    }
}
