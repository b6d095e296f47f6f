package support.mail.app;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import support.mail.Letter;
import support.people.Notice;
import support.site.web.Markdown;
import support.ticket.Ticket;

/** Sets what a letter says as plain text and as HTML. */
@Component
class LetterSetter {
    private final SpringTemplateEngine templates;
    private final Markdown markdown;
    private final URI publicUrl;
    private final String deskName;

    LetterSetter(
            SpringTemplateEngine templates,
            Markdown markdown,
            @Value("${desk.public-url:http://localhost:8080}") URI publicUrl,
            @Value("${desk.name:Service Center}") String deskName) {
        this.templates = templates;
        this.markdown = markdown;
        this.publicUrl = publicUrl;
        this.deskName = deskName;
    }

    Letter set(Letter.Kind kind, Ticket ticket, LetterText text, String address, String name, Instant now) {
        URI link = publicUrl.resolve("/tickets/" + ticket.number());
        return new Letter(
                UUID.randomUUID(),
                kind,
                ticket.number(),
                address,
                name,
                "[" + ticket.number() + "] " + subject(kind, ticket, text),
                PlainText.of(text, name, deskName, link),
                html(text, name, link),
                null,
                now);
    }

    Letter set(Notice notice, LetterText text, Instant now) {
        URI link = notice.path() == null ? null : publicUrl.resolve(notice.path());
        return new Letter(
                UUID.randomUUID(),
                Letter.Kind.NOTICE,
                null,
                notice.address(),
                notice.name(),
                text.title(),
                PlainText.of(text, notice.name(), deskName, link),
                html(text, notice.name(), link),
                notice.secret(),
                now);
    }

    /** In the place of several alerts: it goes out under the name of the first of them, the same at each attempt. */
    Letter set(Letter first, LetterText text) {
        URI link = publicUrl.resolve("/queue");
        return new Letter(
                first.id(),
                first.kind(),
                null,
                first.recipient(),
                first.recipientName(),
                text.title(),
                PlainText.of(text, first.recipientName(), deskName, link),
                html(text, first.recipientName(), link),
                null,
                first.writtenAt());
    }

    private String html(LetterText text, String name, @Nullable URI link) {
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("letter", text);
        context.setVariable("quote", text.quote() == null ? null : markdown.html(text.quote()));
        context.setVariable("name", name);
        context.setVariable("desk", deskName);
        context.setVariable("link", link == null ? null : link.toString());
        return templates.process("mail/letter", context);
    }

    /** Customers' letters keep one subject, so that they stay together; an alert says in its subject what it is. */
    private static String subject(Letter.Kind kind, Ticket ticket, LetterText text) {
        return switch (kind) {
            case ACKNOWLEDGEMENT, PUBLIC_REPLY, DUE_CHANGED -> ticket.facts().summary();
            case WARNING, MISSED, NOTICE -> text.title();
        };
    }
}
