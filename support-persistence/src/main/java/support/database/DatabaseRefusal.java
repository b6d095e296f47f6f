package support.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the sentence of a {@link DatabaseRefusedException} in place of a stack trace. */
final class DatabaseRefusal extends AbstractFailureAnalyzer<DatabaseRefusedException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseRefusedException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
