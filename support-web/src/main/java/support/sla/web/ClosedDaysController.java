package support.sla.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import support.sla.app.CurrentTerms;

/** The closed days for calendar programs, which ask without signing in: it needs no database. */
@Controller
class ClosedDaysController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final CacheControl FOR_AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final CurrentTerms terms;

    ClosedDaysController(CurrentTerms terms) {
        this.terms = terms;
    }

    /** Answers 304 to whoever has these days already. */
    @GetMapping("/policy/closed-days.ics")
    ResponseEntity<byte[]> closedDays() {
        LocalDate today = terms.today();
        byte[] feed = ClosedDaysFeed.of(terms.published(), today);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(FOR_AN_HOUR)
                .eTag("\"" + DigestUtils.md5DigestAsHex(feed) + "\"")
                .body(feed);
    }
}
