package support.promotion.app;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.people.Notice;
import support.people.persistence.People;
import support.promotion.persistence.Campaigns;
import support.promotion.persistence.Handouts;

/**
 * Tells by letter, once for each campaign, that it ends within a week: whoever took codes that somebody has to use by then,
 * whoever manages a partner that may still take some, and the leads.
 */
@Component
public class ExpiryReminder {
    private static final int DAYS_AHEAD = 7;

    private final Campaigns campaigns;
    private final Handouts handouts;
    private final People people;
    private final LastDays days;
    private final ApplicationEventPublisher letters;
    private final Clock clock;

    ExpiryReminder(
            Campaigns campaigns,
            Handouts handouts,
            People people,
            LastDays days,
            ApplicationEventPublisher letters,
            Clock clock) {
        this.campaigns = campaigns;
        this.handouts = handouts;
        this.people = people;
        this.days = days;
        this.letters = letters;
        this.clock = clock;
    }

    @Transactional
    public void remind() {
        Instant now = clock.instant();
        LocalDate today = days.today(now);
        campaigns.takeEnding(today, today.plusDays(DAYS_AHEAD), now).forEach(line -> tell(line, now));
    }

    private void tell(Campaigns.Line line, Instant now) {
        long campaign = line.campaign().id();
        String name = line.campaign().name();
        String until = days.until(line.campaign().lastDay());
        handouts.holders(campaign, now)
                .forEach(holder -> letters.publishEvent(Notice.to(
                                Notice.Kind.CODES_END,
                                holder.address(),
                                holder.name(),
                                name,
                                until,
                                String.valueOf(holder.codes()))
                        .leadingTo("/codes")));
        handouts.entitled(campaign, now)
                .forEach(manager -> letters.publishEvent(Notice.to(
                                Notice.Kind.CODES_LEFT,
                                manager.address(),
                                manager.name(),
                                name,
                                until,
                                String.valueOf(manager.codes()))
                        .leadingTo("/codes/" + campaign)));
        people.leads()
                .forEach(lead -> letters.publishEvent(Notice.to(
                                Notice.Kind.CAMPAIGN_ENDS,
                                lead.address(),
                                lead.name(),
                                name,
                                until,
                                String.valueOf(line.free()))
                        .leadingTo("/campaigns/" + campaign)));
    }
}
