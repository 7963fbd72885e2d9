package io.firebreak.demo;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a mail is made of, as far as the demo shows it. */
class DemoMailParts {

    private static final int DEEPEST = 10;

    private final List<String> others = new ArrayList<>();
    private String text;
    private String html;

    static DemoMailParts of(DemoMail mail) {
        DemoMailParts parts = new DemoMailParts();
        try {
            parts.read(mail.parsed(), 0);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            parts.others.add("The rest of this mail can't be read.");
        }
        return parts;
    }

    /** Null when the mail has none. */
    public String text() {
        return text;
    }

    /** Null when the mail has none. */
    public String html() {
        return html;
    }

    /** Pictures and files, each in one line. */
    public List<String> others() {
        return List.copyOf(others);
    }

    private void read(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                BodyPart next = parts.getBodyPart(at);
                read(next, depth + 1);
            }
        } else if (part.isMimeType("text/html") && html == null) {
            html = String.valueOf(part.getContent());
        } else if (part.isMimeType("text/plain") && text == null) {
            text = String.valueOf(part.getContent());
        } else {
            others.add(described(part));
        }
    }

    private static String described(Part part) throws MessagingException, IOException {
        String description = part.getDescription();
        return "%s, %s%s"
                .formatted(
                        part.getFileName() == null ? "without a name" : part.getFileName(),
                        part.getContentType().replaceAll(";.*", "").strip(),
                        description == null ? "" : ": " + MimeUtility.decodeText(MimeUtility.unfold(description)));
    }
}
