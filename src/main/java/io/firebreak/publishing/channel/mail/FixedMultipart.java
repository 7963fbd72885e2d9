package io.firebreak.publishing.channel.mail;

import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;

/** Parts between the same boundary each time they are written, where the library would make a new one. */
class FixedMultipart extends MimeMultipart {

    /**
     * @param subtype for example {@code alternative}
     * @param boundary letters, digits and dashes that no line of a part begins with
     */
    FixedMultipart(String subtype, String boundary) {
        ContentType type = new ContentType("multipart", subtype, null);
        type.setParameter("boundary", boundary);
        contentType = type.toString();
    }
}
