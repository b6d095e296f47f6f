package support.access.app;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import support.people.MailAddress;
import support.people.Notice;
import support.people.PersonName;
import support.people.persistence.People;

/** Letters about somebody who waits for approval: to them, and to those who can give it. */
@Component
class ApprovalRequests {
    private final People people;
    private final ApplicationEventPublisher events;

    ApprovalRequests(People people, ApplicationEventPublisher events) {
        this.people = people;
        this.events = events;
    }

    void send(MailAddress address, PersonName name, long organisation) {
        events.publishEvent(Notice.to(Notice.Kind.AWAITS_APPROVAL, address.text(), name.text()));
        people.approvers(organisation)
                .forEach(approver -> events.publishEvent(Notice.to(
                                Notice.Kind.APPROVAL_WANTED,
                                approver.address(),
                                approver.name(),
                                name.text(),
                                address.text())
                        .leadingTo(approver.staff() ? "/people?state=AWAITING_APPROVAL" : "/organisation")));
    }
}
