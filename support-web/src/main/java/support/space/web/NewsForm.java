package support.space.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.space.News;

/**
 * News as a lead writes it down: anything may be missing or absurd.
 *
 * @param seen the version that the page showed
 */
record NewsForm(
        @Nullable String title,
        @Nullable String text,
        @Nullable String firstDay,
        @Nullable String lastDay,
        @Nullable String seen) {
    private static final int FURTHEST_YEAR = 2199;

    static NewsForm of(News news) {
        return new NewsForm(
                news.title(),
                news.text(),
                news.firstDay().toString(),
                news.lastDay() == null ? "" : news.lastDay().toString(),
                String.valueOf(news.version()));
    }

    /** Empty when something is wrong with it. */
    Optional<News> read(long id, BindingResult errors) {
        String called = text(title).replaceAll("\\p{Cntrl}", " ");
        if (called.isEmpty() || called.length() > News.LONGEST_TITLE) {
            errors.rejectValue("title", "topic.title.wrong");
        }
        String said = text(text);
        if (said.isEmpty() || said.length() > News.LONGEST_TEXT) {
            errors.rejectValue("text", "topic.text.wrong");
        }
        LocalDate first = day(firstDay, "firstDay", errors);
        LocalDate last = text(lastDay).isEmpty() ? null : day(lastDay, "lastDay", errors);
        if (first != null && last != null && last.isBefore(first)) {
            errors.rejectValue("lastDay", "campaign.lastDay.before");
        }
        return errors.hasErrors() || first == null
                ? Optional.empty()
                : Optional.of(new News(id, called, said, first, last, version()));
    }

    private int version() {
        return text(seen).matches("\\d{1,9}") ? Integer.parseInt(text(seen)) : -1;
    }

    private static @Nullable LocalDate day(@Nullable String typed, String field, BindingResult errors) {
        try {
            LocalDate day = LocalDate.parse(text(typed));
            if (day.getYear() >= 2000 && day.getYear() <= FURTHEST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // said below
        }
        errors.rejectValue(field, "campaign.day.wrong");
        return null;
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").replace("\0", "").strip();
    }
}
