package support.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import support.access.app.Limit;
import support.access.app.Limits;
import support.access.app.Network;
import support.calendar.NeverOpens;
import support.calendar.OutsideCalendar;
import support.site.web.ApiProblem;
import support.sla.Promise;
import support.sla.Receipt;
import support.sla.Terms;
import support.sla.app.CurrentTerms;

/** The promise that a request would get, for everybody: it says nothing about any ticket. */
@RestController
class DeadlineApi {
    /**
     * The promise.
     *
     * @param due in UTC; null where nothing is promised
     * @param dueLocal the same instant as the clock of the calendar's zone shows it, with its offset
     * @param receipt the counted lines add up to {@code promisedSeconds} exactly
     */
    record Deadline(
            @Nullable Instant due,
            @Nullable OffsetDateTime dueLocal,
            long promisedSeconds,
            int policyVersion,
            int calendarVersion,
            String zone,
            List<PromisesJson.Line> receipt) {}

    private final CurrentTerms terms;
    private final Limits limits;

    DeadlineApi(CurrentTerms terms, Limits limits) {
        this.terms = terms;
        this.limits = limits;
    }

    @GetMapping("/api/v1/deadline")
    Deadline deadline(HttpServletRequest request, HttpServletResponse response) {
        Duration pause = limits.take(Limit.OPEN_API, Network.of(request.getRemoteAddr()));
        if (!pause.isZero()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds() + 1));
            throw new ApiRefusal(ApiProblem.TOO_OFTEN);
        }
        DeadlineAsked asked = DeadlineAsked.of(request);
        try {
            return answer(asked, terms.published());
        } catch (OutsideCalendar | NeverOpens beyond) {
            throw new ApiRefusal(ApiProblem.PARAMETER, Map.of("parameter", "start"));
        }
    }

    private static Deadline answer(DeadlineAsked asked, Terms terms) {
        return Promise.firstResponse(asked.start(), asked.type(), asked.severity(), asked.lane(), terms)
                .map(promise -> answer(promise, Receipt.of(promise, terms)))
                .orElseGet(() -> nothing(terms.at(asked.start())));
    }

    private static Deadline nothing(Terms.InForce then) {
        return new Deadline(
                null,
                null,
                0,
                then.policy().version(),
                then.calendar().version(),
                then.calendar().zone().getId(),
                List.of());
    }

    private static Deadline answer(Promise promise, Receipt receipt) {
        return new Deadline(
                promise.dueAt(),
                promise.dueAt().atZone(receipt.zone()).toOffsetDateTime(),
                receipt.promised().toSeconds(),
                receipt.policyVersion(),
                receipt.calendarVersion(),
                receipt.zone().getId(),
                PromisesJson.lines(receipt));
    }
}
