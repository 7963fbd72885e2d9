package io.firebreak.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A WebP picture is one RIFF container of chunks, each with its length; the first tells the size. */
final class WebpStructure {

    private static final int BEFORE_CHUNKS = 12;
    private static final int BEFORE_CONTENT = 8;
    private static final int SIZE_OF_CHUNK_WITH_SIZE = 10;

    private WebpStructure() {}

    static boolean isWhole(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < BEFORE_CHUNKS + BEFORE_CONTENT + SIZE_OF_CHUNK_WITH_SIZE
                || !name(bytes, 0).equals("RIFF")
                || !name(bytes, 8).equals("WEBP")
                || file.getInt(4) != bytes.length - 8) {
            return false;
        }
        return canBeShown(file, name(bytes, BEFORE_CHUNKS), BEFORE_CHUNKS + BEFORE_CONTENT)
                && isFullOfChunks(file, bytes.length);
    }

    private static boolean isFullOfChunks(ByteBuffer file, int end) {
        long at = BEFORE_CHUNKS;
        while (at + BEFORE_CONTENT <= end) {
            long length = Integer.toUnsignedLong(file.getInt((int) at + 4));
            // a chunk of odd length has one byte behind it
            at += BEFORE_CONTENT + length + (length & 1);
        }
        return at == end;
    }

    private static boolean canBeShown(ByteBuffer file, String chunk, int at) {
        return switch (chunk) {
            case "VP8X" -> Pixels.canBeShown(threeBytes(file, at + 4) + 1, threeBytes(file, at + 7) + 1);
            case "VP8L" -> {
                int bits = file.getInt(at + 1);
                yield file.get(at) == 0x2F && Pixels.canBeShown((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1);
            }
            case "VP8 " ->
                threeBytes(file, at + 3) == 0x2A019D
                        && Pixels.canBeShown(file.getShort(at + 6) & 0x3FFF, file.getShort(at + 8) & 0x3FFF);
            default -> false;
        };
    }

    private static long threeBytes(ByteBuffer file, int at) {
        return file.get(at) & 0xFF | (file.get(at + 1) & 0xFF) << 8 | (file.get(at + 2) & 0xFF) << 16;
    }

    private static String name(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }
}
