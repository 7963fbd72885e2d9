package io.firebreak.evidence;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.firebreak.access.Actor;
import io.firebreak.crisis.CaseMerged;
import io.firebreak.crisis.CaseReference;
import io.firebreak.evidence.EvidenceStore.Row;
import io.firebreak.evidence.EvidenceStore.State;
import io.firebreak.ledger.Act;
import io.firebreak.ledger.Ledger;
import io.firebreak.rule.Refusal;
import io.firebreak.rule.TextRule;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps posts as proof, and looks after all that is kept; {@link EvidenceFiles} keeps files. What is kept is never changed or removed, which the database itself sees to; what may change is
 * the case to which it is filed. Who files something writes the act in the ledger.
 */
@Service
public class Evidence {

    private static final TextRule REASON = TextRule.text("reason", "The reason", 2_000);

    private final EvidenceStore store;
    private final Ledger ledger;
    private final Clock clock;

    Evidence(EvidenceStore store, Ledger ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Keeps posts as they are, for no case yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Collection<Post> posts, Actor actor) {
        if (!posts.isEmpty()) {
            store.add(
                    posts.stream()
                            .map(post -> Row.of(post, EvidenceItem.Kind.POST, null, null))
                            .toList(),
                    actor.id(),
                    clock.instant());
        }
    }

    /**
     * Keeps posts that came again, beside the state that was kept first, where they are no longer what they were. What the
     * law took away in any state is not taken in again.
     *
     * @param again by the id under which each was kept first
     * @return the ids of those of which a further state is kept
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> keepChanged(Map<UUID, Post> again, Actor actor) {
        Map<UUID, List<State>> known = again.isEmpty()
                ? Map.of()
                : store.states(again.keySet()).stream().collect(groupingBy(State::post));
        Map<UUID, Post> changed = again.entrySet().stream()
                .filter(post -> isNewState(post.getValue(), known.getOrDefault(post.getKey(), List.of())))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!changed.isEmpty()) {
            store.add(
                    changed.entrySet().stream()
                            .map(post -> Row.of(
                                    post.getValue().as(UUID.randomUUID()), EvidenceItem.Kind.POST, null, post.getKey()))
                            .toList(),
                    actor.id(),
                    clock.instant());
        }
        return changed.keySet();
    }

    private static boolean isNewState(Post post, List<State> states) {
        return !states.isEmpty()
                && states.stream()
                        .noneMatch(state -> state.redacted() || state.sha256().equals(post.sha256()));
    }

    /** Keeps what readers saw in place of a post of ours; without words when they saw none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepSeen(CaseReference reference, Post seen) {
        store.add(
                List.of(Row.of(seen, EvidenceItem.Kind.OWN_POST, reference.toString(), null)),
                Actor.FIREBREAK.id(),
                clock.instant());
    }

    /** Files what is kept under these ids to a case, wherever it was before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void file(Collection<UUID> ids, CaseReference reference) {
        if (!ids.isEmpty()) {
            store.file(ids, reference.toString());
        }
    }

    /** What is kept under these ids, by id. */
    @Transactional(readOnly = true)
    public Map<UUID, EvidenceItem> find(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : store.find(ids).stream().collect(toMap(EvidenceItem::id, identity()));
    }

    /**
     * One piece.
     *
     * @throws Refusal when there is no such evidence
     */
    @Transactional(readOnly = true)
    public EvidenceItem get(UUID id) {
        return store.find(id).orElseThrow(EvidenceId::unknown);
    }

    /**
     * A part of the evidence of a case, newest first.
     *
     * @param kind null for all
     */
    @Transactional(readOnly = true)
    EvidencePage of(CaseReference reference, EvidenceItem.Kind kind, int page, int size) {
        return store.page(reference.toString(), kind, page, size);
    }

    /** The newest posts of a case that are kept, at most so many. */
    @Transactional(readOnly = true)
    public List<EvidenceItem> newestPosts(CaseReference reference, int most) {
        return store.page(reference.toString(), EvidenceItem.Kind.POST, 0, most).evidence();
    }

    /**
     * Takes the content away because the law demands it. Hash, moment, source and the reason stay, for ever.
     *
     * @throws Refusal when there is no such evidence, the reason is missing, or its content is gone already
     */
    @Transactional
    public EvidenceItem redact(UUID id, String reason, Actor actor) {
        String because = REASON.require(reason);
        EvidenceItem item = store.findForUpdate(id).orElseThrow(EvidenceId::unknown);
        if (item.isRedacted()) {
            throw Refusal.conflict("The content of this evidence is gone already; nothing is left to take away.");
        }
        store.redact(id, actor.id(), clock.instant(), because);
        ledger.record(new Act(
                        item.caseReference(),
                        actor.id(),
                        "evidence.redacted",
                        "The content of a piece of evidence was taken away; its hash stays.")
                .because(because)
                .with("evidence", id.toString())
                .with("sha256", item.sha256()));
        return store.findForUpdate(id).orElseThrow();
    }

    /** The evidence of a case that was merged away goes to the case that goes on. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveWithCase(CaseMerged merged) {
        int moved = store.fileAll(merged.from().toString(), merged.into().toString());
        if (moved > 0) {
            ledger.record(new Act(
                            merged.into().toString(),
                            merged.actor().id(),
                            "evidence.moved",
                            "The evidence of %s is filed here: %,d pieces.".formatted(merged.from(), moved))
                    .with("from", merged.from().toString())
                    .with("pieces", moved));
        }
    }
}
