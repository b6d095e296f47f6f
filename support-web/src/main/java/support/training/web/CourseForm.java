package support.training.web;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.site.web.Typed;
import support.training.Course;

/**
 * A course as a lead writes it down: anything may be missing or absurd.
 *
 * @param seen the version that the page showed
 */
record CourseForm(
        @Nullable String title,
        @Nullable String text,
        @Nullable String published,
        @Nullable String seen) {
    static CourseForm of(Course course) {
        return new CourseForm(
                course.title(), course.text(), course.published() ? "true" : "", String.valueOf(course.version()));
    }

    public boolean isPublished() {
        return "true".equals(published);
    }

    /** Right only when there are no errors. */
    Course read(long id, BindingResult errors) {
        String called = Typed.line(title);
        if (called.isEmpty() || called.length() > Course.LONGEST_TITLE) {
            errors.rejectValue("title", "topic.title.wrong");
        }
        String said = Typed.text(text);
        if (said.length() > Course.LONGEST_TEXT) {
            errors.rejectValue("text", "topic.text.wrong");
        }
        return new Course(id, called, said, isPublished(), (int) Typed.number(seen));
    }
}
