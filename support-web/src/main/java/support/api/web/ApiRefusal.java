package support.api.web;

import java.util.Map;
import support.site.web.ApiProblem;

/** A door of the API answers with a problem; nothing has been done. */
final class ApiRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ApiProblem problem;
    private final transient Map<String, ?> more;

    ApiRefusal(ApiProblem problem) {
        this(problem, Map.of());
    }

    /** @param more members of the problem */
    ApiRefusal(ApiProblem problem, Map<String, ?> more) {
        super(problem.name());
        this.problem = problem;
        this.more = more;
    }

    ApiProblem problem() {
        return problem;
    }

    Map<String, ?> more() {
        return more;
    }
}
