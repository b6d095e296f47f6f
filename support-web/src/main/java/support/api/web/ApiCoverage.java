package support.api.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import support.catalog.Platform;
import support.catalog.persistence.Platforms;
import support.coverage.Claim;
import support.coverage.Finding;
import support.coverage.Judgement;
import support.coverage.Verdict;
import support.coverage.app.Judge;
import support.coverage.web.ScopeText;
import support.people.Viewer;
import support.site.web.ApiProblem;
import support.sla.RequestType;
import support.ticket.Coverage;
import support.ticket.Coverage.Admission;

/** Judges what programs send, as the form judges what people send: what is not covered needs an objection. */
@Component
class ApiCoverage {
    /** Why something is not covered: the rule for programs, the sentence for people. */
    record Why(String rule, String detail) {}

    private final Judge judge;
    private final Platforms platforms;
    private final ScopeText text;
    private final Fields fields;

    ApiCoverage(Judge judge, Platforms platforms, ScopeText text, Fields fields) {
        this.judge = judge;
        this.platforms = platforms;
        this.text = text;
        this.fields = fields;
    }

    /** Whether the catalogue knows the host product that is named, if one is. */
    boolean knowsHost(NewTicket ticket) {
        return ticket.host() == null || host(ticket).isPresent();
    }

    private Optional<Platform> host(NewTicket ticket) {
        return platforms.all().stream()
                .filter(platform -> platform.key().equals(ticket.host()))
                .findFirst();
    }

    /**
     * Null for an idea, which nobody judges.
     *
     * @param network from which it is asked
     * @throws ApiRefusal when it is not covered, and nothing is said against that; or when so many licences were tried that
     *     this one was not looked up
     */
    @Nullable
    Judgement judge(NewTicket ticket, long app, Viewer viewer, String network) {
        if (ticket.type() == RequestType.IDEA) {
            return null;
        }
        List<Claim.Runs> runs = host(ticket)
                .map(platform ->
                        new Claim.Runs(platform.id(), ticket.hostVersion() == null ? "" : ticket.hostVersion()))
                .stream()
                .toList();
        Judgement judged = judge.judge(ticket.claim(app, runs), viewer, network).orElseThrow();
        if (judged.isGuessed()) {
            Fields.refuse(List.of(fields.wrong("licence", "raise.licence.often")));
        }
        if (judged.verdict().kind() == Verdict.Kind.NOT_COVERED && !ticket.objects()) {
            throw new ApiRefusal(
                    ApiProblem.NOT_COVERED,
                    Map.of(
                            "findings",
                            judged.verdict().findings(Finding.Effect.REFUSES).stream()
                                    .map(found -> new Why(found.rule().name(), text.sentence(found)))
                                    .toList()));
        }
        return judged;
    }

    static Coverage standing(@Nullable Judgement judged) {
        if (judged == null) {
            return Coverage.UNJUDGED;
        }
        Verdict.Kind kind = judged.verdict().kind();
        return new Coverage(kind, kind == Verdict.Kind.NOT_COVERED ? Admission.DISPUTED : Admission.FREE);
    }
}
