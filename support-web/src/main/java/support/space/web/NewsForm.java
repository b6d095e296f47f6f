package support.space.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.site.web.Typed;
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
        String called = Typed.line(title);
        if (called.isEmpty() || called.length() > News.LONGEST_TITLE) {
            errors.rejectValue("title", "topic.title.wrong");
        }
        String said = Typed.text(text);
        if (said.isEmpty() || said.length() > News.LONGEST_TEXT) {
            errors.rejectValue("text", "topic.text.wrong");
        }
        LocalDate first = day(firstDay, "firstDay", errors);
        LocalDate last = Typed.text(lastDay).isEmpty() ? null : day(lastDay, "lastDay", errors);
        if (first != null && last != null && last.isBefore(first)) {
            errors.rejectValue("lastDay", "campaign.lastDay.before");
        }
        return errors.hasErrors() || first == null
                ? Optional.empty()
                : Optional.of(new News(id, called, said, first, last, version()));
    }

    private int version() {
        return (int) Typed.number(seen);
    }

    private static @Nullable LocalDate day(@Nullable String typed, String field, BindingResult errors) {
        LocalDate day = Typed.day(typed);
        if (day == null) {
            errors.rejectValue(field, "campaign.day.wrong");
        }
        return day;
    }
}
