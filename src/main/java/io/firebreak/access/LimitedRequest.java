package io.firebreak.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A request whose body ends at a limit of bytes and of time. */
class LimitedRequest extends HttpServletRequestWrapper {

    /** How much beyond the limit is taken in only so that the caller, who may still be sending, reads the answer. */
    private static final long DRAINED_BEYOND_LIMIT = 16L << 20;

    private final long maximumBytes;
    private final Duration patience;
    private final long begin = System.nanoTime();
    private ServletInputStream body;

    LimitedRequest(HttpServletRequest request, long maximumBytes, Duration patience) {
        super(request);
        this.maximumBytes = maximumBytes;
        this.patience = patience;
    }

    /** Takes in what nobody has read of the body, within the same patience. */
    void drain() {
        long drainedBytes = maximumBytes + DRAINED_BEYOND_LIMIT;
        if (getContentLengthLong() > drainedBytes) {
            return;
        }
        byte[] buffer = new byte[8192];
        try {
            InputStream rest = super.getInputStream();
            for (long taken = 0; taken < drainedBytes && !patienceIsOver(); ) {
                int read = rest.read(buffer);
                if (read < 0) {
                    return;
                }
                taken += read;
            }
        } catch (IOException gone) {
            // the caller sends no more, and the connection is going to be closed
        }
    }

    private boolean patienceIsOver() {
        return System.nanoTime() - begin > patience.toNanos();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new LimitedBody(super.getInputStream());
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        Charset charset =
                getCharacterEncoding() == null ? StandardCharsets.UTF_8 : Charset.forName(getCharacterEncoding());
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private final class LimitedBody extends ServletInputStream {
        private final ServletInputStream body;
        private long taken;

        LimitedBody(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int value = body.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = body.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws BodyLimitException {
            taken += bytes;
            if (taken > maximumBytes) {
                throw BodyLimitException.tooLarge(maximumBytes);
            }
            if (patienceIsOver()) {
                throw BodyLimitException.tooSlow(patience);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
