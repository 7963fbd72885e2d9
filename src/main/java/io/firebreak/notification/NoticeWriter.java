package io.firebreak.notification;

import io.firebreak.language.StaffLanguage;
import io.firebreak.language.StaffWords;
import io.firebreak.language.WrittenMoments;
import io.firebreak.notification.answer.AnswerLinks;
import io.firebreak.notification.means.Message;
import io.firebreak.notification.means.Message.Link;
import io.firebreak.notification.means.Message.Links;
import io.firebreak.notification.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts a notice into the words of the person whom it is for. */
@Component
class NoticeWriter {

    /** What mail programs and telephones show of a subject, by far. */
    private static final int LONGEST_SUBJECT = 250;

    private final Words words = new Words("words");
    private final AnswerLinks links;
    private final StaffWords translations;
    private final Clock clock;

    NoticeWriter(AnswerLinks links, StaffWords translations, Clock clock) {
        this.links = links;
        this.translations = translations;
        this.clock = clock;
    }

    Message write(Dispatch dispatch) {
        ToldNotice told = dispatch.told();
        Notice notice = told.notice();
        Map<String, String> details = notice.details();
        Instant dueAt = moment(details.get(Notice.DUE_AT));
        return new Message(
                told.id() + "-" + dispatch.delivery().position(),
                notice.kind().name(),
                subject(told),
                body(told, dueAt),
                new Message.Matter(
                        notice.caseReference(),
                        details.get(Notice.CASE_TITLE),
                        notice.taskId(),
                        details.get(Notice.TASK_NAME),
                        dueAt),
                new Message.Person(notice.person(), told.name()),
                links(told),
                clock.instant());
    }

    /** On one line, whatever the title holds: a line break would begin another header. */
    private String subject(ToldNotice told) {
        Notice notice = told.notice();
        String subject = Stream.of(
                        say(told, notice.kind() + ".subject"),
                        translated(told, Notice.TASK_NAME),
                        notice.details().get(Notice.CASE_TITLE))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
        String whole = notice.caseReference() == null ? subject : "[%s] %s".formatted(notice.caseReference(), subject);
        String line = oneLine(whole);
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }

    private String body(ToldNotice told, Instant dueAt) {
        Notice notice = told.notice();
        Map<String, String> details = notice.details();
        List<String> lines = new ArrayList<>();
        lines.add(say(told, notice.kind() + ".text", oneLine(told.name())));
        if (details.get(Notice.BECAUSE) != null) {
            lines.add("");
            add(lines, told, "because", because(told));
        }
        lines.add("");
        add(lines, told, "case", notice.caseReference());
        add(lines, told, "severity", details.get(Notice.SEVERITY));
        add(lines, told, "title", details.get(Notice.CASE_TITLE));
        add(lines, told, "task", translated(told, Notice.TASK_NAME));
        if (dueAt != null) {
            add(lines, told, "due", Words.moment(dueAt, told.zone(), told.language()));
        }
        return String.join("\n", lines).strip();
    }

    /** A foreign text can't pretend to be a line of ours. */
    private void add(List<String> lines, ToldNotice told, String label, String value) {
        if (value != null) {
            lines.add(say(told, label) + ": " + oneLine(value));
        }
    }

    private Links links(ToldNotice told) {
        Notice notice = told.notice();
        Link task = notice.taskId() == null ? null : new Link(say(told, "open"), links.task(notice.taskId()));
        if (!told.isQuestion()) {
            return new Links(null, null, task, null);
        }
        return new Links(
                new Link(say(told, "take"), links.take(notice.ask(), notice.expiresAt())),
                new Link(say(told, "decline"), links.decline(notice.ask(), notice.expiresAt())),
                task,
                say(told, "hint"));
    }

    private String say(ToldNotice told, String key, Object... values) {
        return words.say(key, told.language(), values);
    }

    /** A detail in our own words, in the person's language; null where it is missing. */
    private String translated(ToldNotice told, String detail) {
        StaffLanguage language = StaffLanguage.of(told.language()).orElse(StaffLanguage.ENGLISH);
        return translations.in(language, told.notice().details().get(detail));
    }

    /** With the moments in it by the person's clock. */
    private String because(ToldNotice told) {
        return WrittenMoments.rewrite(
                translated(told, Notice.BECAUSE), at -> Words.moment(at, told.zone(), told.language()));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u0085]+", " ").strip();
    }

    private static Instant moment(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
