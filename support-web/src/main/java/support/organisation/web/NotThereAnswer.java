package support.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import support.organisation.app.NotThere;

/** Somebody else's people are answered like those who never were. */
@ControllerAdvice
class NotThereAnswer {
    @ExceptionHandler(NotThere.class)
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
