package support.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import support.behalf.Consent;
import support.coverage.Verdict;
import support.people.Viewer;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Promise;
import support.sla.Severity;
import support.sla.Terms;

/**
 * One issue of a customer and the desk's promise on it. State changes by the verbs of this class only; each leaves
 * events, and refuses with a {@link Refusal} what the ticket's present state does not allow.
 */
public final class Ticket {
    /** How long a reply opens a resolved ticket again; after it the ticket closes by itself. */
    public static final Duration REOPENS = Duration.ofDays(14);

    private final TicketFacts facts;
    private final List<TicketEvent> events = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private Status status;
    private Lane lane;
    private @Nullable Severity severity;
    private @Nullable Long assignee;
    private final Promises promises;
    private @Nullable Instant firstResponseAt;
    private boolean answerAwaited;
    private Instant turnSince;
    private Instant changedAt;
    private int version;
    private final Set<Long> participants;
    private final Standing standing;
    private @Nullable Behalf behalf;
    private @Nullable Instant snoozedUntil;
    private @Nullable String automation;

    private Ticket(TicketFacts facts, TicketState state) {
        this.facts = facts;
        status = state.status();
        lane = state.lane();
        severity = state.severity();
        assignee = state.assignee();
        standing = new Standing(state.coverage(), state.quotation());
        promises = new Promises(facts.type(), lane, standing.isPromised(), state.promises(), this::happened);
        firstResponseAt = state.firstResponseAt();
        answerAwaited = state.answerAwaited();
        turnSince = state.turnSince();
        changedAt = state.changedAt();
        version = state.version();
        participants = new TreeSet<>(state.participants());
        behalf = state.behalf();
        snoozedUntil = state.snoozedUntil();
    }

    /** A ticket as it was kept, with nothing new on it. */
    public static Ticket restore(TicketFacts facts, TicketState state) {
        return new Ticket(facts, state);
    }

    /**
     * A customer asks; the promise starts. The tickets of an active partner's people enter the Fast Lane.
     *
     * @throws IllegalArgumentException when the person belongs to no organisation
     */
    public static Ticket raise(TicketNumber number, Request request, Viewer by, Instant at, Terms terms) {
        TicketFacts facts = TicketFacts.of(number, request, by, at);
        Lane lane = by.activePartner() ? Lane.FAST_LANE : Lane.STANDARD;
        Ticket ticket = new Ticket(facts, TicketState.raised(request, lane, at));
        ticket.record(at, by, new TicketEvent.Raised(request.type(), request.severity(), lane, request.coverage()));
        if (request.behalf() != null) {
            ticket.record(at, by, TicketEvent.FiledOnBehalf.of(request.behalf()));
        }
        ticket.messages.add(new Message(by.id(), false, new Words(request.description(), request.nonce()), at));
        if (request.severity() != null) {
            ticket.promises.raised(request.severity(), at, terms);
        }
        return ticket;
    }

    /**
     * A person of the desk answers in public, which keeps or misses what was promised of an answer (docs/sla.md, rule 7).
     *
     * @param next the status the ticket goes on with; the present one is allowed
     * @param newsBy by when there are news, a closing of the desk; null when nothing is said of it
     * @throws support.sla.RefusedTerms when news cannot be promised by then
     */
    public void answer(Viewer by, Words words, Status next, @Nullable Instant newsBy, Instant at, Terms terms) {
        refuseUnless(next == status || leadsTo(next), Refusal.Reason.NO_SUCH_STEP);
        Optional<Promise> news = news(newsBy, next, at, terms);
        promises.resume(Metric::isAnswer, at, by.id(), terms);
        messages.add(new Message(by.id(), false, words, at));
        touch(at, by, new TicketEvent.DeskReplied());
        answered(at, by.id());
        if (next != status) {
            become(next, at, by, terms);
        }
        news.ifPresent(promise -> promises.add(promise, at, by.id()));
    }

    private void answered(Instant at, long by) {
        firstResponseAt = firstResponseAt == null ? at : firstResponseAt;
        promises.done(Metric::isAnswer, at, by);
        answerAwaited = false;
        turnSince = at;
    }

    /**
     * What a macro says beside the words of an answer.
     *
     * @param has the tags that the ticket has already
     * @param answers tells whether a person answers customers at this moment
     */
    public void bring(Extras extras, Set<Tag> has, LongPredicate answers, Viewer by, Instant at) {
        touch(at, by, new TicketEvent.MacroUsed(extras.macro()));
        extras.tags().stream().filter(tag -> !has.contains(tag)).forEach(tag -> tag(tag, by, at));
        if (extras.assignee() != null) {
            assign(extras.assignee(), answers, by, at);
        }
    }

    private Optional<Promise> news(@Nullable Instant by, Status next, Instant at, Terms terms) {
        if (by == null) {
            return Optional.empty();
        }
        if (severity == null || next.isDone()) {
            throw new Refusal(Refusal.Reason.NO_NEWS, status);
        }
        return Optional.of(promises.nextNews(severity, by, at, terms));
    }

    /** A person of the desk writes what no customer ever sees. */
    public void note(Viewer by, Words words, Instant at) {
        messages.add(new Message(by.id(), true, words, at, automation));
        touch(at, by, new TicketEvent.NoteWritten());
    }

    /** What was just noted names somebody of the desk. */
    public void mention(long person, Viewer by, Instant at) {
        record(at, by, new TicketEvent.Mentioned(person));
    }

    /** The customer's side writes; a ticket that was done is open again. A request that was taken back is promised anew. */
    public void reply(Viewer by, Words words, Instant at, Terms terms) {
        refuseUnless(status != Status.CLOSED, Refusal.Reason.CLOSED);
        refuseUnless(behalf == null || behalf.letsWrite() || !isFiledBy(by), Refusal.Reason.NO_CONSENT);
        messages.add(new Message(by.id(), false, words, at));
        touch(at, by, new TicketEvent.CustomerReplied());
        wake(TicketEvent.Woken.Why.REPLY, at, by.id());
        takeTurn(at);
        if (severity != null) {
            promises.written(firstResponseAt != null, severity, at, terms);
        }
        if (status.isDone() || status == Status.WAITING_FOR_CUSTOMER) {
            become(LifeCycle.of(facts.type()).working(), at, by, terms);
        }
    }

    /** The customer says that it is solved: the ticket is resolved, and an answer that was still owed is owed no more. */
    public void solve(Viewer by, Instant at, Terms terms) {
        refuseUnless(state().belongsTo(by, facts), Refusal.Reason.NOT_YOURS);
        refuseUnless(leadsTo(Status.RESOLVED), Refusal.Reason.NO_SUCH_STEP);
        look(at); // what is late by now stays missed
        moved(Status.RESOLVED, at, by, terms);
        answerAwaited = false;
    }

    /** A person of the desk moves the ticket on, along the life cycle; never out of an answer that is still owed. */
    public void moveTo(Status next, Viewer by, Instant at, Terms terms) {
        refuseUnless(leadsTo(next), Refusal.Reason.NO_SUCH_STEP);
        refuseUnless(!next.isDone() || !promises.owes(Metric::isAnswer), Refusal.Reason.ANSWER_OWED);
        moved(next, at, by, terms);
        if (next.isDone() || next == Status.WAITING_FOR_CUSTOMER) {
            answerAwaited = false;
        }
    }

    /**
     * A person of the desk takes a step of {@link #moveTo} back, by whatever way it came: whoever waited then waits again, and
     * has since then. What was promised goes on as after any step; a solution that counted as given stays counted.
     */
    public void setBack(Turn before, Viewer by, Instant at, Terms terms) {
        moved(before.status(), at, by, terms);
        answerAwaited = before.answerAwaited();
        turnSince = before.since();
    }

    private void moved(Status next, Instant at, Viewer by, Terms terms) {
        changedAt = at;
        version++;
        turnSince = at;
        become(next, at, by, terms);
    }

    /** The customer, or a person of the desk, says that the impact is another; open promises follow (docs/sla.md, rule 9). */
    public void reclassify(Severity to, Viewer by, Instant at, Terms terms) {
        refuseUnless(by.role().answers() || state().belongsTo(by, facts), Refusal.Reason.NOT_YOURS);
        Severity from = severity;
        if (from == null) {
            throw new Refusal(Refusal.Reason.NO_SEVERITY, status);
        }
        if (from == to) {
            return;
        }
        severity = to;
        touch(at, by, new TicketEvent.SeverityChanged(from, to, terms.policyVersion(), terms.calendarVersion()));
        promises.reclassify(from, to, at, by.id(), terms);
        if (to.isWorseThan(from)) {
            wake(TicketEvent.Woken.Why.SEVERITY, at, by.id());
        }
    }

    /**
     * The rules were asked again. What they cover by now is promised from now on; what was promised stays. On a ticket
     * that is done nobody waits for what would be promised.
     */
    public void checkCoverage(Verdict.Kind verdict, Viewer by, Instant at, Terms terms) {
        refuseUnless(!status.isDone(), Refusal.Reason.NOT_IN_QUESTION);
        boolean before = standing.isPromised();
        touch(at, by, standing.check(verdict));
        if (standing.isPromised() && !before) {
            promises.accepted(firstResponseAt != null, severity, at, terms);
        }
    }

    /**
     * A person of the desk takes on what is not covered: it is promised from now on.
     *
     * @param reason for the desk
     */
    public void acceptCoverage(String reason, Viewer by, Instant at, Terms terms) {
        refuseUnless(!standing.isPromised() && !status.isDone(), Refusal.Reason.NOT_IN_QUESTION);
        touch(at, by, standing.accept(reason));
        promises.accepted(firstResponseAt != null, severity, at, terms);
    }

    /**
     * A person of the desk answers that it is not covered, and why. The answer keeps or misses what was promised of one;
     * nothing else is owed from then on.
     */
    public void declineCoverage(Viewer by, Words words, Instant at, Terms terms) {
        refuseUnless(!standing.isDeclined(), Refusal.Reason.NOT_IN_QUESTION);
        answerAndWait(by, words, at, terms);
        touch(at, by, standing.decline());
        promises.declined(at, by.id());
    }

    /**
     * A person of the desk answers with a price what is not covered. A newer offer takes the place of the one before.
     *
     * @param offered whose number does not matter
     */
    public void quote(Viewer by, Words words, Quotation offered, Instant at, Terms terms) {
        refuseUnless(!standing.isPromised() && !status.isDone(), Refusal.Reason.NOT_IN_QUESTION);
        answerAndWait(by, words, at, terms);
        touch(at, by, standing.quote(offered));
    }

    private void answerAndWait(Viewer by, Words words, Instant at, Terms terms) {
        boolean canWait = leadsTo(Status.WAITING_FOR_CUSTOMER);
        answer(by, words, canWait ? Status.WAITING_FOR_CUSTOMER : status, null, at, terms);
    }

    /**
     * Who raised the ticket, or manages the organisation, orders what was offered: it is promised from now on.
     *
     * @param number which offer they read
     * @param today in the desk's zone
     */
    public void acceptQuotation(int number, LocalDate today, Viewer by, Instant at, Terms terms) {
        refuseUnless(facts.letsDecide(by), Refusal.Reason.NOT_YOURS);
        refuseUnless(standing.offers(number) && standing.standsOn(today), Refusal.Reason.OFFER_GONE);
        decided(at, by, terms);
        touch(at, by, standing.order());
        if (severity != null) {
            promises.ordered(severity, at, terms);
        }
    }

    /** They do not want it for that price; nothing is promised. */
    public void declineQuotation(int number, String reason, Viewer by, Instant at, Terms terms) {
        refuseUnless(facts.letsDecide(by), Refusal.Reason.NOT_YOURS);
        refuseUnless(standing.offers(number), Refusal.Reason.OFFER_GONE);
        TicketEvent.What declined = standing.declineOffer(reason);
        decided(at, by, terms);
        touch(at, by, declined);
    }

    /** The customer has said: it is the desk's turn. */
    private void decided(Instant at, Viewer by, Terms terms) {
        takeTurn(at);
        wake(TicketEvent.Woken.Why.REPLY, at, by.id());
        if (status == Status.WAITING_FOR_CUSTOMER || status.isDone() && status != Status.CLOSED) {
            become(LifeCycle.of(facts.type()).working(), at, by, terms);
        }
    }

    /** New terms were published: an open promise that they move is due by them (docs/sla.md, rule 11). */
    public void republish(Viewer by, Instant at, Terms terms) {
        promises.republish(at, by.id(), terms);
    }

    /** A lead says that a promise was kept or missed though it was judged otherwise, and why. */
    public void correctVerdict(TicketEvent.VerdictCorrected correction, Viewer by, Instant at) {
        boolean judged = promises.find(correction.metric(), correction.ordinal())
                .map(Promise::verdict)
                .filter(verdict -> verdict == Promise.Verdict.KEPT || verdict == Promise.Verdict.MISSED)
                .isPresent();
        refuseUnless(judged, Refusal.Reason.NOT_JUDGED);
        touch(at, by, correction);
    }

    /**
     * Gives the ticket to somebody who answers customers, or to nobody.
     *
     * @param answers tells whether a person answers customers at this moment
     */
    public void assign(@Nullable Long to, LongPredicate answers, Viewer by, Instant at) {
        if (Objects.equals(assignee, to)) {
            return;
        }
        refuseUnless(to == null || answers.test(to), Refusal.Reason.ANSWERS_NOBODY);
        touch(at, by, new TicketEvent.Assigned(assignee, to, null));
        assignee = to;
    }

    /** A person of the desk has it as what was next in the queue. */
    public void takeNext(Viewer by, Instant at) {
        give(by.id(), TicketEvent.Assigned.Why.NEXT, by, at);
    }

    /** It waits for the desk and is given to who has least to do. */
    public void give(long to, Viewer by, Instant at) {
        give(to, TicketEvent.Assigned.Why.LEAST_BUSY, by, at);
    }

    private void give(long to, TicketEvent.Assigned.Why why, Viewer by, Instant at) {
        refuseUnless(assignee == null, Refusal.Reason.TAKEN);
        touch(at, by, new TicketEvent.Assigned(null, to, why));
        assignee = to;
    }

    /**
     * The one whose it was is away, and somebody waits for the desk: it is nobody's again.
     *
     * @param by null when the desk itself sees to it
     */
    public void giveBack(@Nullable Long by, Instant at) {
        if (assignee != null) {
            happened(at, by, new TicketEvent.Assigned(assignee, null, TicketEvent.Assigned.Why.AWAY));
            assignee = null;
            changedAt = at;
            version++;
        }
    }

    /**
     * A person of the desk sets it aside: it stands in the queue again at that time, or as soon as something happens that
     * somebody has to look at. It hides no promise: the time is cut to the moment at which what is promised needs a look.
     */
    public void snooze(Instant until, Viewer by, Instant at) {
        refuseUnless(!status.isDone(), Refusal.Reason.SNOOZE_DONE);
        refuseUnless(!state().presses(at), Refusal.Reason.SNOOZE_PRESSES);
        refuseUnless(until.isAfter(at), Refusal.Reason.SNOOZE_PAST);
        snoozedUntil = beforeLook(until);
        touch(at, by, new TicketEvent.Snoozed(snoozedUntil));
    }

    private Instant beforeLook(Instant until) {
        return promises.nextLook().filter(until::isAfter).orElse(until);
    }

    /** A person of the desk takes up again what was set aside. */
    public void wake(Viewer by, Instant at) {
        if (snoozedUntil != null) {
            snoozedUntil = null;
            touch(at, by, new TicketEvent.Woken(TicketEvent.Woken.Why.PERSON));
        }
    }

    private void wake(TicketEvent.Woken.Why why, Instant at, @Nullable Long by) {
        if (snoozedUntil != null) {
            snoozedUntil = null;
            happened(at, by, new TicketEvent.Woken(why));
        }
    }

    /**
     * Asks somebody to the ticket, who sees it and gets its answers from now on. Customers ask colleagues only, the desk
     * asks any customer.
     */
    public void addParticipant(Viewer person, Viewer by, Instant at) {
        refuseUnless(facts.letsInvite(by), Refusal.Reason.NOT_YOURS);
        boolean colleague = Objects.equals(person.organisation(), by.organisation());
        refuseUnless(
                !person.staff() && person.id() != facts.requester() && (by.staff() || colleague),
                Refusal.Reason.NO_PARTICIPANT);
        if (participants.add(person.id())) {
            touch(at, by, new TicketEvent.ParticipantAdded(person.id()));
        }
    }

    /** Takes somebody off the ticket; people may take themselves off. */
    public void removeParticipant(long person, Viewer by, Instant at) {
        refuseUnless(person == by.id() || facts.letsInvite(by), Refusal.Reason.NOT_YOURS);
        if (participants.remove(person)) {
            touch(at, by, new TicketEvent.ParticipantRemoved(person));
        }
    }

    /** The partner's people let the end customer read what they have filed for it. What was read is never hidden again. */
    public void share(Viewer by, Instant at) {
        Behalf filed = behalf;
        if (filed == null || filed.sharing() == Sharing.PARTNER_AND_CUSTOMER || !isFiledBy(by) || !by.activePartner()) {
            throw new Refusal(Refusal.Reason.NOT_TO_SHARE, status);
        }
        behalf = filed.shared();
        touch(at, by, new TicketEvent.SharedWithCustomer());
    }

    /** The end customer has said something to the partner that files for it. */
    public void hearConsent(Consent said, @Nullable Long by, Instant at) {
        happened(at, by, new TicketEvent.ConsentChanged(said));
    }

    private boolean isFiledBy(Viewer by) {
        return Objects.equals(by.organisation(), facts.organisation());
    }

    /** Somebody of the desk says that it is about something that is known already. */
    public void link(long topic, String title, Viewer by, Instant at) {
        touch(at, by, new TicketEvent.TopicLinked(topic, title));
    }

    /** It is not about that after all. */
    public void unlink(long topic, String title, Viewer by, Instant at) {
        touch(at, by, new TicketEvent.TopicUnlinked(topic, title));
    }

    /** The desk finds it by that word from now on; whoever calls knows that it does not yet. */
    public void tag(Tag tag, Viewer by, Instant at) {
        touch(at, by, new TicketEvent.Tagged(tag.name()));
    }

    public void untag(Tag tag, Viewer by, Instant at) {
        touch(at, by, new TicketEvent.Untagged(tag.name()));
    }

    /** Goes where the topic went that it is about, unless it waits for somebody, or its life does not lead there. */
    public void follow(Status next, Viewer by, Instant at, Terms terms) {
        boolean leads = leadsTo(next);
        boolean waits = status == Status.WAITING_FOR_CUSTOMER || next.isDone() && promises.owes(Metric::isAnswer);
        if (leads && !waits) {
            moveTo(next, by, at, terms);
        }
    }

    /**
     * The conversation of this ticket goes on in another of the same customer (docs/sla.md, rule 14): what is still owed here is
     * owed there, unless something of the kind is due there before; whoever is on this one is on the other; this one is
     * closed for good.
     *
     * @param belongs tells whether a person belongs to the organisation of the tickets
     * @param sure whether somebody has confirmed that two people, who raised them, may read each other's words
     */
    public void mergeInto(Ticket other, LongPredicate belongs, boolean sure, Viewer by, Instant at, Terms terms) {
        new MergeRules(this, other).check(belongs, sure);
        look(at); // what is late by now stays missed
        other.look(at);
        Instant waitsSince = answerAwaited ? turnSince : null;
        touch(at, by, new TicketEvent.MergedInto(other.number().value()));
        List<Promise> open = promises.handOver(at, by.id(), terms);
        answerAwaited = false;
        if (status != Status.CLOSED) {
            become(Status.CLOSED, at, by, terms);
        }
        other.takeIn(this, waitsSince, open, by, at, terms);
    }

    private void takeIn(
            Ticket merged, @Nullable Instant waitsSince, List<Promise> open, Viewer by, Instant at, Terms terms) {
        touch(at, by, new TicketEvent.MergedFrom(merged.number().value()));
        wake(TicketEvent.Woken.Why.MERGED, at, by.id());
        if (waitsSince != null) {
            turnSince = answerAwaited && turnSince.isBefore(waitsSince) ? turnSince : waitsSince;
            answerAwaited = true;
            if (status == Status.WAITING_FOR_CUSTOMER) {
                become(LifeCycle.of(facts.type()).working(), at, by, terms);
            }
        }
        open.forEach(promise -> promises.takeOver(promise, merged.number().value(), at, by.id()));
        if (status == Status.WAITING_FOR_CUSTOMER) {
            promises.pause(at, by.id());
        }
        Stream.concat(Stream.of(merged.facts.requester()), merged.participants.stream())
                .filter(person -> person != facts.requester() && participants.add(person))
                .forEach(person -> record(at, by, new TicketEvent.ParticipantAdded(person)));
    }

    /**
     * A part of the conversation goes on in a ticket of its own (docs/sla.md, rule 15), which stands as if it had been raised
     * with the first message that moves: what is promised there runs from then. What is promised here stands, but for the
     * answer to what has moved.
     *
     * @param number of the new ticket
     * @param all what was said here, oldest first
     * @return the new ticket
     */
    public Ticket split(TicketNumber number, Part part, List<Said> all, Viewer by, Instant at, Terms terms) {
        SplitRules rules = new SplitRules(status, all);
        List<Said> moved = rules.moved(part);
        look(at); // what is late by now stays missed
        boolean rests = answerAwaited && firstResponseAt != null && rules.leavesNothingToAnswer(moved);
        List<Long> ids = moved.stream().map(Said::id).toList();
        touch(at, by, new TicketEvent.SplitInto(number.value(), ids, rests));
        if (rests) {
            promises.restHere(at, by.id());
            answerAwaited = false;
            turnSince = at;
        }
        Ticket fresh = begun(number, part, moved.getFirst(), terms);
        moved.stream().skip(1).forEach(said -> fresh.relive(said, terms));
        fresh.comeOf(this, moved.size(), by, at);
        return fresh;
    }

    private Ticket begun(TicketNumber number, Part part, Said first, Terms terms) {
        Instant at = first.at();
        Coverage coverage = standing.coverage().ofPart();
        Ticket fresh = new Ticket(
                facts.part(number, part.summary(), at), TicketState.begun(part.severity(), lane, coverage, behalf, at));
        fresh.happened(at, first.author(), new TicketEvent.Raised(facts.type(), part.severity(), lane, coverage));
        if (behalf != null) {
            fresh.happened(at, first.author(), TicketEvent.FiledOnBehalf.of(behalf));
        }
        if (part.severity() != null) {
            fresh.promises.raised(part.severity(), at, terms);
        }
        return fresh;
    }

    /** It happened elsewhere, and counts here. */
    private void relive(Said said, Terms terms) {
        Instant at = said.at();
        look(at);
        if (said.internal()) {
            happened(at, said.author(), new TicketEvent.NoteWritten());
        } else if (said.desk()) {
            happened(at, said.author(), new TicketEvent.DeskReplied());
            answered(at, said.author());
            if (status == Status.NEW) {
                status = LifeCycle.of(facts.type()).working();
                happened(at, said.author(), new TicketEvent.StatusChanged(Status.NEW, status));
            }
        } else {
            happened(at, said.author(), new TicketEvent.CustomerReplied());
            takeTurn(at);
            if (severity != null) {
                promises.written(firstResponseAt != null, severity, at, terms);
            }
        }
    }

    /** Who reads the other, and who has it, does so here too. */
    private void comeOf(Ticket other, int messages, Viewer by, Instant at) {
        look(at);
        touch(at, by, new TicketEvent.SplitFrom(other.number().value(), messages));
        other.participants.stream()
                .filter(participants::add)
                .forEach(person -> record(at, by, new TicketEvent.ParticipantAdded(person)));
        if (other.assignee != null) {
            assignee = other.assignee;
            record(at, by, new TicketEvent.Assigned(null, assignee, null));
        }
    }

    /** Somebody of the desk says how it stands to another ticket. */
    public void link(Relation relation, TicketNumber other, Viewer by, Instant at) {
        refuseUnless(!number().equals(other), Refusal.Reason.MERGE_ITSELF);
        touch(at, by, new TicketEvent.Linked(relation, other.value()));
    }

    /** It does not stand so to the other ticket after all. */
    public void unlink(Relation relation, TicketNumber other, Viewer by, Instant at) {
        touch(at, by, new TicketEvent.Unlinked(relation, other.value()));
    }

    /** What this ticket says a second time is done on the other: whoever has this one reads it in the history. */
    public void hearOfOriginal(TicketNumber original, Status done, Instant at) {
        happened(at, null, new TicketEvent.OriginalDone(original.value(), done));
    }

    /**
     * The partner whose people raised it has become one, or is one no more: the ticket takes the lane that is its own by
     * now. Where it stands in the queue changes; what was promised stands, due times and all.
     */
    public void take(Lane other, TicketEvent.LaneChanged.Why why, Instant at) {
        if (lane != other) {
            lane = other;
            promises.take(other);
            happened(at, null, new TicketEvent.LaneChanged(other, why));
        }
    }

    /** Somebody who was on the ticket may not come in any more. */
    public void loseParticipant(long person, Instant at) {
        if (participants.remove(person)) {
            happened(at, null, new TicketEvent.ParticipantRemoved(person));
        }
    }

    /**
     * What time alone has done by now: a warning is due, a due time has passed unanswered, what was set aside comes back, a
     * resolved ticket closes.
     */
    public void look(Instant now) {
        int before = events.size();
        promises.look(now);
        if (events.size() > before) {
            wake(TicketEvent.Woken.Why.PROMISE, now, null);
        } else if (!state().isSnoozed(now)) {
            wake(TicketEvent.Woken.Why.TIME, now, null);
        }
        if (state().closesAt().filter(at -> !at.isAfter(now)).isPresent()) {
            happened(now, null, new TicketEvent.StatusChanged(status, Status.CLOSED));
            status = Status.CLOSED;
            changedAt = now;
        }
    }

    /** When time alone will do something next; empty when it never will. */
    public Optional<Instant> nextLook() {
        return Stream.of(promises.nextLook(), state().closesAt(), Optional.ofNullable(snoozedUntil))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private void takeTurn(Instant at) {
        if (!answerAwaited) {
            answerAwaited = true;
            turnSince = at;
        }
    }

    private void become(Status next, Instant at, Viewer by, Terms terms) {
        Status before = status;
        promises.leave(before, at, by.id(), terms);
        record(at, by, new TicketEvent.StatusChanged(before, next));
        status = next;
        promises.enter(before, next, severity, at, by.id(), terms);
        if (next.isDone()) {
            wake(TicketEvent.Woken.Why.DONE, at, by.id());
        }
    }

    private boolean leadsTo(Status next) {
        return LifeCycle.of(facts.type()).after(status).contains(next);
    }

    private void refuseUnless(boolean allowed, Refusal.Reason reason) {
        if (!allowed) {
            throw new Refusal(reason, status);
        }
    }

    /**
     * What is done to it from now on, until it is kept, an automation of that name does. Nobody has touched a ticket that
     * only automations have: it goes on resting.
     */
    public void isInHandsOf(String automation) {
        this.automation = automation;
    }

    private void touch(Instant at, Viewer by, TicketEvent.What what) {
        changedAt = automation == null ? at : changedAt;
        version++;
        record(at, by, what);
    }

    private void record(Instant at, Viewer by, TicketEvent.What what) {
        happened(at, by.id(), what);
    }

    private void happened(Instant at, @Nullable Long by, TicketEvent.What what) {
        events.add(new TicketEvent(at, automation == null ? by : null, what, automation));
    }

    public TicketFacts facts() {
        return facts;
    }

    public TicketNumber number() {
        return facts.number();
    }

    public TicketState state() {
        return new TicketState(
                status,
                lane,
                severity,
                assignee,
                promises.all(),
                firstResponseAt,
                answerAwaited,
                turnSince,
                changedAt,
                version,
                Set.copyOf(participants),
                standing.coverage(),
                standing.quotation(),
                behalf,
                snoozedUntil == null ? null : beforeLook(snoozedUntil));
    }

    /** Where it stands in the queue; empty when it is done. */
    public Optional<QueuePlace> place() {
        return QueuePlace.of(state());
    }

    /** What happened since the ticket was raised or restored, oldest first. */
    public List<TicketEvent> events() {
        return List.copyOf(events);
    }

    /** What was written since the ticket was raised or restored, oldest first. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }
}
