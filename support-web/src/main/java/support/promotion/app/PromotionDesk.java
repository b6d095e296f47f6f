package support.promotion.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Notice;
import support.people.PartnerKind;
import support.people.Viewer;
import support.people.persistence.People;
import support.promotion.BadCode;
import support.promotion.Campaign;
import support.promotion.Customer;
import support.promotion.PromoCode;
import support.promotion.Refusal;
import support.promotion.persistence.Campaigns;
import support.promotion.persistence.Handouts;
import support.promotion.persistence.PromoCodes;
import support.promotion.persistence.PromoCodes.Source;

/** What leads and partners do with promo codes. No code is ever given twice: the database holds that, whoever asks at once. */
@Component
@Transactional
public class PromotionDesk {
    /**
     * What came of a file.
     *
     * @param added how many codes are new
     * @param leftOut how many lines were left out
     * @param problems the first of those, in the order of the file
     */
    public record Imported(int added, long leftOut, List<CodeFile.Problem> problems) {}

    private final Campaigns campaigns;
    private final PromoCodes codes;
    private final Handouts handouts;
    private final People people;
    private final LastDays days;
    private final Audit audit;
    private final ApplicationEventPublisher letters;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PromotionDesk(
            Campaigns campaigns,
            PromoCodes codes,
            Handouts handouts,
            People people,
            LastDays days,
            Audit audit,
            ApplicationEventPublisher letters,
            Clock clock) {
        this.campaigns = campaigns;
        this.codes = codes;
        this.handouts = handouts;
        this.people = people;
        this.days = days;
        this.audit = audit;
        this.letters = letters;
        this.clock = clock;
    }

    /** @return the number of the campaign */
    public long add(Campaign campaign, Viewer by) {
        long id = campaigns.add(campaign);
        record(Deed.CAMPAIGN_ADDED, id, by, Map.of());
        return id;
    }

    /** @throws StaleCampaign when somebody else was faster */
    public void change(Campaign campaign, Viewer by) {
        if (!campaigns.change(campaign)) {
            throw new StaleCampaign();
        }
        record(Deed.CAMPAIGN_CHANGED, campaign.id(), by, Map.of());
    }

    /** Takes in what is new in a file; the same file again changes nothing. */
    public Imported take(long campaign, CodeFile file, Viewer by) {
        Set<String> added = keep(campaign, file.codes().keySet(), Source.MARKETPLACE, by);
        Stream<CodeFile.Problem> known = file.codes().entrySet().stream()
                .filter(one -> !added.contains(one.getKey()))
                .limit(CodeFile.NAMED)
                .map(one -> new CodeFile.Problem(one.getValue(), BadCode.Problem.KNOWN, one.getKey()));
        List<CodeFile.Problem> problems = Stream.concat(file.problems().stream(), known)
                .sorted(Comparator.comparingLong(CodeFile.Problem::line))
                .limit(CodeFile.NAMED)
                .toList();
        long leftOut = file.leftOut() + file.codes().size() - added.size();
        return new Imported(added.size(), leftOut, problems);
    }

    /** Makes that many codes. */
    public void make(long campaign, int many, Viewer by) {
        Set<String> fresh = new LinkedHashSet<>();
        while (fresh.size() < many) {
            fresh.add(PromoCode.fresh(random));
        }
        keep(campaign, fresh, Source.DESK, by);
    }

    private Set<String> keep(long campaign, Collection<String> wanted, Source source, Viewer by) {
        Set<String> added = codes.add(campaign, wanted, source, clock.instant());
        if (!added.isEmpty()) {
            record(Deed.PROMO_CODES_ADDED, campaign, by, Map.of("codes", String.valueOf(added.size())));
        }
        return added;
    }

    /**
     * Gives a code of a campaign to the partner of this person, for a customer. What the partner may do, and what the campaign says, is
     * looked up anew, and once more after the share is held: whoever waits for it may be suspended meanwhile.
     *
     * @param nonce names the form: sent again it brings the code that it took before
     */
    public Taking take(long campaign, Customer customer, UUID nonce, Viewer by) {
        long partner = Objects.requireNonNull(by.organisation());
        Refusal none = entitled(campaign, by).orElse(null);
        if (none != null && handouts.by(nonce, partner).isEmpty()) {
            return new Taking.Refused(none);
        }
        // looked at before the share is held: when the last code has gone, nobody has to wait to hear it
        boolean gone = !campaigns.hasFree(campaign);
        int held = gone ? 0 : handouts.share(campaign, partner);
        Handouts.Held before = handouts.by(nonce, partner).orElse(null);
        if (before != null) {
            return new Taking.Given(before);
        }
        return entitled(campaign, by)
                .or(() -> refusal(campaign, held))
                .or(() -> gone ? Optional.of(Refusal.NONE_LEFT) : Optional.empty())
                .<Taking>map(Taking.Refused::new)
                .orElseGet(() -> give(campaign, customer, nonce, by));
    }

    /** Why the partner gets none of it whatever is left; empty when it may. */
    private Optional<Refusal> entitled(long campaign, Viewer by) {
        PartnerKind kind = people.viewer(by.id())
                .filter(now -> Objects.equals(now.organisation(), by.organisation()))
                .map(Viewer::partnerKind)
                .orElse(null);
        if (kind == null) {
            return Optional.of(Refusal.RESTING);
        }
        return campaigns
                .read(campaign)
                .map(read -> read.refusal(kind, clock.instant(), days.zone()))
                .orElse(Optional.of(Refusal.OTHER_PARTNERS));
    }

    private Optional<Refusal> refusal(long campaign, int held) {
        return campaigns.read(campaign).filter(read -> held >= read.quota()).map(read -> Refusal.QUOTA);
    }

    private Taking give(long campaign, Customer customer, UUID nonce, Viewer by) {
        long partner = Objects.requireNonNull(by.organisation());
        Long code = handouts.take(campaign, partner).orElse(null);
        if (code == null) {
            return new Taking.Refused(Refusal.NONE_LEFT);
        }
        handouts.record(code, partner, by.id(), customer.name(), clock.instant(), nonce);
        record(Deed.PROMO_CODE_TAKEN, campaign, by, Map.of("code", String.valueOf(code)));
        return new Taking.Given(handouts.by(nonce, partner).orElseThrow());
    }

    /**
     * Withdraws codes of a campaign, given or not, and tells the partners whose they were.
     *
     * @return how many were not withdrawn before
     */
    public int withdraw(long campaign, Collection<Long> chosen, String reason, Viewer by) {
        Instant now = clock.instant();
        List<Long> held = codes.hold(campaign, chosen);
        if (held.isEmpty()) {
            return 0;
        }
        int withdrawn = codes.withdraw(campaign, held, reason, now);
        String name = campaigns.find(campaign).orElseThrow().campaign().name();
        codes.tellOf(held)
                .forEach(reader -> letters.publishEvent(Notice.to(
                                Notice.Kind.CODE_WITHDRAWN,
                                reader.address(),
                                reader.name(),
                                name,
                                reader.codes(),
                                reason)
                        .leadingTo("/codes")));
        record(Deed.PROMO_CODES_WITHDRAWN, campaign, by, Map.of("codes", String.valueOf(withdrawn)));
        return withdrawn;
    }

    private void record(Deed deed, long campaign, Viewer by, Map<String, String> details) {
        audit.record(deed, by.id(), "campaign:" + campaign, details);
    }
}
