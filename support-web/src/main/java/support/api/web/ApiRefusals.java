package support.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import support.api.app.Idempotency;
import support.site.web.ApiProblem;
import support.site.web.Problems;
import support.ticket.Refusal;
import support.ticket.app.StaleTicket;

/** Says as problems what the doors and the rule book refuse. */
@ControllerAdvice(basePackageClasses = ApiRefusals.class)
class ApiRefusals {
    private final Problems problems;

    ApiRefusals(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void refused(ApiRefusal refusal, HttpServletResponse response) throws IOException {
        problems.write(response, refusal.problem(), refusal.more());
    }

    @ExceptionHandler
    void forbidden(Refusal refusal, HttpServletResponse response) throws IOException {
        Map<String, String> why = Map.of(
                "reason",
                refusal.reason().name(),
                "ticketStatus",
                refusal.present().name());
        problems.write(response, ApiProblem.TICKET_STATE, why);
    }

    @ExceptionHandler(StaleTicket.class)
    void stale(HttpServletResponse response) throws IOException {
        problems.write(response, ApiProblem.STALE);
    }

    @ExceptionHandler(Idempotency.OtherRequest.class)
    void used(HttpServletResponse response) throws IOException {
        problems.write(response, ApiProblem.IDEMPOTENCY_KEY_USED);
    }
}
