package io.firebreak.evidence;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** A PNG picture is a mark and a chain of chunks, each with its length and a check sum, from IHDR to IEND. */
final class PngStructure {

    private static final long MARK = 0x89504E470D0A1A0AL;
    private static final int HEADER = 0x49484452;
    private static final int END = 0x49454E44;
    /** Length, type and check sum. */
    private static final int AROUND_CONTENT = 12;

    private PngStructure() {}

    static boolean isWhole(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        if (file.remaining() < Long.BYTES || file.getLong() != MARK) {
            return false;
        }
        boolean first = true;
        while (file.remaining() >= AROUND_CONTENT) {
            int length = file.getInt();
            if (length < 0 || length > file.remaining() - Long.BYTES || !isIntact(bytes, file.position(), length)) {
                return false;
            }
            int type = file.getInt();
            if (first != (type == HEADER) || first && !canBeShown(file, length)) {
                return false;
            }
            first = false;
            file.position(file.position() + length + Integer.BYTES);
            if (type == END) {
                return !file.hasRemaining();
            }
        }
        return false;
    }

    private static boolean isIntact(byte[] bytes, int type, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, type, Integer.BYTES + length);
        return (int) sum.getValue() == ByteBuffer.wrap(bytes).getInt(type + Integer.BYTES + length);
    }

    private static boolean canBeShown(ByteBuffer file, int length) {
        int at = file.position();
        return length == 13
                && Pixels.canBeShown(
                        Integer.toUnsignedLong(file.getInt(at)), Integer.toUnsignedLong(file.getInt(at + 4)));
    }
}
