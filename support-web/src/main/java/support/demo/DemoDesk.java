package support.demo;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.mail.app.Letters;

/** Fills a desk that has no people yet, and empties it again of what it was filled with. */
@Component
@Transactional
class DemoDesk {
    private final DemoPeople people;
    private final DemoPartners partners;
    private final DemoCatalogue catalogue;
    private final DemoTickets tickets;
    private final DemoDisputes disputes;
    private final DemoKnown known;
    private final DemoMacros macros;
    private final DemoViews views;
    private final DemoPartnerSpace space;
    private final DemoBehalf behalf;
    private final Letters letters;
    private final JdbcClient database;

    DemoDesk(
            DemoPeople people,
            DemoPartners partners,
            DemoCatalogue catalogue,
            DemoTickets tickets,
            DemoDisputes disputes,
            DemoKnown known,
            DemoMacros macros,
            DemoViews views,
            DemoPartnerSpace space,
            DemoBehalf behalf,
            Letters letters,
            JdbcClient database) {
        this.people = people;
        this.partners = partners;
        this.catalogue = catalogue;
        this.tickets = tickets;
        this.disputes = disputes;
        this.known = known;
        this.macros = macros;
        this.views = views;
        this.space = space;
        this.behalf = behalf;
        this.letters = letters;
        this.database = database;
    }

    /** Does nothing when there is anybody on the desk already. */
    void fill(DemoSettings settings) {
        if (exists("select exists (select from person)")) {
            return;
        }
        people.add();
        partners.add();
        catalogue.add();
        known.add();
        macros.add();
        views.add();
        space.add();
        tickets.add(settings.tickets(), Duration.ofDays(settings.days()), !letters.hasServer());
        if (settings.tickets() > 0 && !letters.hasServer()) {
            disputes.add();
            known.link();
            behalf.add();
        }
        people.addQuiet();
        partners.addQuiet();
    }

    boolean isFilled() {
        return exists("select exists (select from person where demo)");
    }

    /**
     * Removes the demo organisations with their people and tickets. Demo people of the desk who wrote on real tickets
     * stay as names without access.
     */
    void remove() {
        for (String sql : List.of(
                "delete from scheduled_tasks where task_name = 'promise' and task_instance in"
                        + " (select t.number::text from ticket t join person p on p.id = t.requester_id where p.demo)",
                "delete from scheduled_tasks where task_name = 'partner' and split_part(task_instance, '@', 1) in"
                        + " (select o.id::text from organisation o where o.demo)",
                "delete from ticket t using person p where p.id = t.requester_id and p.demo",
                "delete from end_customer c using organisation o where o.id in (c.partner_id, c.organisation_id) and o.demo"
                        + " and not exists (select from ticket t where t.end_customer_id = c.id)",
                "update ticket t set assignee_id = null from person p where p.id = t.assignee_id and p.demo",
                "delete from attachment a using person p where p.id = a.uploader_id and p.demo and a.message_id is null",
                "delete from spring_session s using person p where s.principal_name = p.id::text and p.demo",
                "delete from partner_event e using organisation o where o.id = e.organisation_id and o.demo",
                "delete from promo_handout h using person p where p.id = h.person_id and p.demo",
                "delete from macro where demo",
                "delete from saved_view where demo",
                "update person set state = 'DEACTIVATED', password = null where demo",
                "delete from person p where p.demo"
                        + " and not exists (select from message m where m.author_id = p.id)"
                        + " and not exists (select from ticket_event e where e.actor_id = p.id)"
                        + " and not exists (select from coverage_judgement j where j.judged_by = p.id)"
                        + " and not exists (select from partner_event e where p.id in (e.actor_id, e.owner_id))"
                        + " and not exists (select from scope_version v where v.published_by = p.id)"
                        + " and not exists (select from attachment a where a.uploader_id = p.id)",
                "delete from licence where demo",
                "delete from topic where demo",
                "delete from campaign where demo",
                "delete from course where demo",
                "delete from material where demo",
                "delete from news where demo",
                "delete from organisation o where o.demo and not exists (select from person p where p.organisation_id = o.id)",
                "delete from app a where a.demo and not exists (select from ticket t where t.app_id = a.id)",
                "delete from platform where demo")) {
            database.sql(sql).update();
        }
    }

    private boolean exists(String sql) {
        return database.sql(sql).query(Boolean.class).single();
    }
}
