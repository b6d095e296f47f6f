package support.material.web;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;
import support.material.Link;
import support.material.Material;
import support.material.Section;
import support.site.web.Typed;
import support.ticket.TicketFile;

/**
 * Material as a lead brings it: anything may be missing or absurd. One of text, link and file counts, as the form says.
 *
 * @param course the number of the course that it is for; empty for material on an app
 */
record MaterialForm(
        @Nullable String app,
        @Nullable String course,
        @Nullable String section,
        @Nullable String title,
        @Nullable String form,
        @Nullable String text,
        @Nullable String link,
        @Nullable MultipartFile file) {

    static MaterialForm blank(@Nullable String app, @Nullable String course) {
        return new MaterialForm(app, course, null, null, null, null, null, null);
    }

    public boolean isOfCourse() {
        return Typed.number(course) > 0;
    }

    public Section sectionOrFirst() {
        return Section.ofApps().stream()
                .filter(one -> one.name().equals(section))
                .findFirst()
                .orElse(Section.ofApps().getFirst());
    }

    public String formOrFirst() {
        return Arrays.asList("LINK", "FILE").contains(form) ? String.valueOf(form) : "TEXT";
    }

    /** Empty when something is wrong with it. */
    Optional<Material> read(BindingResult errors) {
        String called = Typed.line(title);
        if (called.isEmpty() || called.length() > Material.LONGEST_TITLE) {
            errors.rejectValue("title", "topic.title.wrong");
        }
        if (!isOfCourse() && Typed.number(app) < 0) {
            errors.rejectValue("app", "raise.app.empty");
        }
        Material.Content content = content(errors).orElse(null);
        if (errors.hasErrors() || content == null) {
            return Optional.empty();
        }
        return Optional.of(
                isOfCourse()
                        ? new Material(0, null, Typed.number(course), Section.COURSE, called, content)
                        : new Material(0, Typed.number(app), null, sectionOrFirst(), called, content));
    }

    private Optional<Material.Content> content(BindingResult errors) {
        return switch (formOrFirst()) {
            case "LINK" -> link(errors);
            case "FILE" -> file(errors);
            default -> markdown(errors);
        };
    }

    private Optional<Material.Content> markdown(BindingResult errors) {
        String said = Typed.text(text);
        if (said.isEmpty() || said.length() > Material.LONGEST_TEXT) {
            errors.rejectValue("text", "topic.text.wrong");
        }
        return Optional.of(new Material.Text(said));
    }

    private Optional<Material.Content> link(BindingResult errors) {
        Optional<Material.Content> content = Link.read(Typed.text(link)).map(Material.Elsewhere::new);
        if (content.isEmpty()) {
            errors.rejectValue("link", "material.link.wrong");
        }
        return content;
    }

    private Optional<Material.Content> file(BindingResult errors) {
        if (file == null || file.isEmpty() || file.getSize() > TicketFile.LARGEST) {
            errors.rejectValue("file", "material.file.wrong");
            return Optional.empty();
        }
        String name = TicketFile.safeName(String.valueOf(file.getOriginalFilename()));
        return Optional.of(new Material.File(name, file.getSize()));
    }
}
