package support.api.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import support.ticket.TicketNumber;

/** Whole addresses under the public one, which no request can change. */
@Component
class ApiAddresses {
    private final String desk;

    ApiAddresses(@Value("${desk.public-url:http://localhost:8080}") String desk) {
        this.desk = desk.replaceAll("/+$", "");
    }

    String tickets() {
        return desk + "/api/v1/tickets";
    }

    String ticket(TicketNumber number) {
        return tickets() + "/" + number;
    }
}
