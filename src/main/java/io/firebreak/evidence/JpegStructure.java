package io.firebreak.evidence;

/**
 * A JPEG picture is a chain of marked segments and of image data between them. Telephones append further pictures, for
 * the brightness of single pixels for example; anything else behind it is none of it.
 */
final class JpegStructure {

    private static final int START = 0xD8;
    private static final int END = 0xD9;

    private final byte[] bytes;
    private int at;
    private boolean measured;

    private JpegStructure(byte[] bytes) {
        this.bytes = bytes;
    }

    static boolean isWhole(byte[] bytes) {
        JpegStructure file = new JpegStructure(bytes);
        do {
            if (!file.readPicture()) {
                return false;
            }
            file.skipZeros();
        } while (file.at < bytes.length);
        return true;
    }

    private boolean readPicture() {
        if (!isMark(START)) {
            return false;
        }
        at += 2;
        measured = false;
        while (at + 1 < bytes.length && value(at) == 0xFF) {
            int mark = value(at + 1);
            if (mark == END) {
                at += 2;
                return measured;
            }
            if (!readSegment(mark)) {
                return false;
            }
        }
        return false;
    }

    /** Behind a filling byte, a mark without content, or a segment with the image data after it. */
    private boolean readSegment(int mark) {
        if (mark == 0xFF) {
            at++;
            return true;
        }
        if (isAlone(mark)) {
            at += 2;
            return true;
        }
        if (mark == 0 || mark == START || at + 4 > bytes.length) {
            return false;
        }
        int length = value(at + 2) << 8 | value(at + 3);
        if (length < 2 || at + 2 + length > bytes.length || isFrame(mark) && !readFrame(length)) {
            return false;
        }
        at += 2 + length;
        if (mark == 0xDA) {
            skipImageData();
        }
        return true;
    }

    private boolean readFrame(int length) {
        measured = length >= 8
                && Pixels.canBeShown(value(at + 7) << 8 | value(at + 8), value(at + 5) << 8 | value(at + 6));
        return measured;
    }

    /** Up to the next mark; what looks like one inside of the data is written with a zero behind it. */
    private void skipImageData() {
        while (at + 1 < bytes.length && (value(at) != 0xFF || value(at + 1) == 0 || isAlone(value(at + 1)))) {
            at++;
        }
    }

    private void skipZeros() {
        while (at < bytes.length && bytes[at] == 0) {
            at++;
        }
    }

    private boolean isMark(int mark) {
        return at + 1 < bytes.length && value(at) == 0xFF && value(at + 1) == mark;
    }

    private static boolean isAlone(int mark) {
        return mark == 0x01 || mark >= 0xD0 && mark <= 0xD7;
    }

    /** The frame tells the size; three marks of the same range tell something else. */
    private static boolean isFrame(int mark) {
        return mark >= 0xC0 && mark <= 0xCF && mark != 0xC4 && mark != 0xC8 && mark != 0xCC;
    }

    private int value(int index) {
        return bytes[index] & 0xFF;
    }
}
