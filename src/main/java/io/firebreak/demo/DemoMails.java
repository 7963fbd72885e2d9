package io.firebreak.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The newest mails that came; older ones make room. They are gone with the end of the demo. */
class DemoMails {

    static final int MOST = 1_000;
    static final long MOST_BYTES = 64_000_000;

    private final Deque<DemoMail> mails = new ArrayDeque<>();
    private long last;
    private long bytes;

    synchronized void add(String from, String to, byte[] content) {
        mails.addLast(DemoMail.of(++last, from, to, content));
        bytes += content.length;
        while (mails.size() > MOST || bytes > MOST_BYTES && mails.size() > 1) {
            bytes -= mails.removeFirst().size();
        }
    }

    /** The newest first. */
    synchronized List<DemoMail> newestFirst() {
        List<DemoMail> all = new ArrayList<>(mails);
        Collections.reverse(all);
        return all;
    }

    synchronized Optional<DemoMail> find(long number) {
        return mails.stream().filter(mail -> mail.number() == number).findFirst();
    }
}
