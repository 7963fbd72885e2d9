package io.firebreak.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A request whose body ends at a limit of bytes and of time. */
class LimitedRequest extends HttpServletRequestWrapper {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final long maximumBytes;
    private ServletInputStream body;

    LimitedRequest(HttpServletRequest request, long maximumBytes) {
        super(request);
        this.maximumBytes = maximumBytes;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new LimitedBody(super.getInputStream(), maximumBytes);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        Charset charset =
                getCharacterEncoding() == null ? StandardCharsets.UTF_8 : Charset.forName(getCharacterEncoding());
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private static final class LimitedBody extends ServletInputStream {
        private final ServletInputStream body;
        private final long maximumBytes;
        private final long begin = System.nanoTime();
        private long taken;

        LimitedBody(ServletInputStream body, long maximumBytes) {
            this.body = body;
            this.maximumBytes = maximumBytes;
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
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw BodyLimitException.tooSlow(PATIENCE);
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
