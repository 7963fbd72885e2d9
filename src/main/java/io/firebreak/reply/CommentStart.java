package io.firebreak.reply;

import io.firebreak.access.Person;
import io.firebreak.access.Role;
import io.firebreak.crisis.CaseActs;
import io.firebreak.crisis.CaseReference;
import io.firebreak.crisis.Cases;
import io.firebreak.crisis.CrisisCase;
import io.firebreak.crisis.IncidentFacts;
import io.firebreak.crisis.IncidentReport;
import io.firebreak.crisis.Incidents;
import io.firebreak.mention.SeenPost;
import io.firebreak.mention.SeenPosts;
import io.firebreak.rule.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where the answer to one comment begins that a person saw: in a case of its own, or in one that is open. */
@Service
public class CommentStart {

    private static final int QUOTED_IN_TITLE = 100;
    private static final int ORIGIN_IN_TITLE = 60;

    private final Incidents incidents;
    private final Cases cases;
    private final CaseActs acts;
    private final SeenPosts posts;

    CommentStart(Incidents incidents, Cases cases, CaseActs acts, SeenPosts posts) {
        this.cases = cases;
        this.incidents = incidents;
        this.acts = acts;
        this.posts = posts;
    }

    /**
     * Opens a case with the comment and what is known of it. The table Severity decides: mostly it is one comment and is
     * answered; what it takes more gravely goes on as a crisis.
     *
     * @param drill whether it is a rehearsal
     * @throws Refusal when the person may not assess incidents, or rehearses with a real post
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CrisisCase inOwnCase(SeenPost comment, IncidentFacts facts, boolean drill, Person person) {
        if (!person.isAny(Role.COMMUNITY_MANAGER, Role.CRISIS_LEAD)) {
            throw Refusal.notAllowed(
                    "Community managers and crisis leads answer comments; please report it as an incident.");
        }
        if (!facts.category().hasOneComment()) {
            throw Refusal.invalid(
                    "category", "This kind of trouble is more than one comment; please report it as an incident.");
        }
        requireMadeUp(comment, drill);
        CrisisCase opened = incidents.reportAssessed(reportOf(comment).asDrill(drill), facts, person.actor());
        posts.keep(comment, opened.reference(), person.actor());
        return opened;
    }

    /**
     * Begins the reply beside what an open case does already.
     *
     * @param drill whether the person takes it for a rehearsal
     * @throws Refusal when the person may not ask for one, the case is not assessed, a reply is being worked on, or what is a
     *     rehearsal is mixed with what is none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void inOpenCase(SeenPost comment, CaseReference reference, boolean drill, Person person) {
        boolean drillOfCase = cases.get(reference).report().drill();
        if (drill && !drillOfCase) {
            throw Refusal.invalid(
                    "drill",
                    "%s is no drill: what is answered there goes out. Please take the tick out, or name the case of a drill."
                            .formatted(reference));
        }
        requireMadeUp(comment, drillOfCase);
        acts.wantReply(reference, "%s wrote on %s.".formatted(comment.handle(), comment.source()), person);
        posts.keep(comment, reference, person.actor());
    }

    /** What a tool delivers later would count as known, and a real post would be lost to a rehearsal. */
    private static void requireMadeUp(SeenPost comment, boolean drill) {
        if (drill && comment.url() != null) {
            throw Refusal.invalid(
                    "link",
                    "A drill answers a comment that somebody made up; please leave the link out, so that no real post becomes part of it.");
        }
    }

    private static IncidentReport reportOf(SeenPost comment) {
        String title = "“%s” (%s)"
                .formatted(
                        beginning(comment.text(), QUOTED_IN_TITLE),
                        beginning(comment.handle() + ", " + comment.source(), ORIGIN_IN_TITLE));
        return IncidentReport.of(title, comment.text(), comment.language(), comment.url());
    }

    /** At most so many characters of one line, as Unicode counts them. */
    private static String beginning(String text, int atMost) {
        String line = text.replaceAll("[\\s\\u2028\\u2029]+", " ").strip();
        return line.codePointCount(0, line.length()) <= atMost
                ? line
                : line.substring(0, line.offsetByCodePoints(0, atMost)) + "…";
    }
}
