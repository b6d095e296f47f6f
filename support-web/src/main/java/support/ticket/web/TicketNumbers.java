package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import support.ticket.TicketNumber;
import support.ticket.app.NoSuchTicket;

/** Ticket numbers in addresses. One that cannot be, one that is not there and one of somebody else are all not found. */
@Component
@ControllerAdvice
class TicketNumbers implements Converter<String, TicketNumber> {
    @Override
    public TicketNumber convert(String text) {
        return TicketNumber.parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    @ExceptionHandler(NoSuchTicket.class)
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void mismatch(MethodArgumentTypeMismatchException mismatch, HttpServletResponse response) throws IOException {
        boolean inPath = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
        response.sendError(inPath ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_BAD_REQUEST);
    }
}
