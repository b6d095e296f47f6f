package support.mail.web;

import org.springframework.stereotype.Component;
import support.mail.Letter;

/** How the state of a letter is marked. */
@Component("letterMarks")
class LetterMarks {
    public String of(Letter.State state) {
        return switch (state) {
            case WAITING -> "info";
            case SENT -> "ok";
            case FAILED -> "overdue";
            case HELD -> "closed";
        };
    }
}
