package support.mail.app;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import support.mail.Letter;

/** Hands letters to the mail server. */
@Component
class Postman {
    private static final String TIMEOUT_MILLIS = "15000";

    private final MailServer server;
    private final String deskName;
    private final String domain;
    private final JavaMailSenderImpl sender;

    Postman(
            MailServer server,
            @Value("${desk.name:Service Center}") String deskName,
            @Value("${desk.public-url:http://localhost:8080}") URI publicUrl) {
        this.server = server;
        this.deskName = deskName;
        this.domain = publicUrl.getHost();
        this.sender = sender(server);
    }

    boolean hasServer() {
        return server.isSet();
    }

    /**
     * Sends a letter. The same letter has the same Message-ID each time, so that a mail server or a reader can tell a
     * second copy from a second letter; all letters of a ticket form one thread.
     *
     * @throws org.springframework.mail.MailException when the server does not take it
     */
    void send(Letter letter) {
        sender.send(mime -> write(letter, mime));
    }

    private void write(Letter letter, MimeMessage mime) throws MessagingException, UnsupportedEncodingException {
        MimeMessageHelper mail = new MimeMessageHelper(mime, true, StandardCharsets.UTF_8.name());
        mail.setFrom(new InternetAddress(server.from(), deskName, StandardCharsets.UTF_8.name()));
        mail.setTo(new InternetAddress(letter.recipient(), letter.recipientName(), StandardCharsets.UTF_8.name()));
        mail.setSubject(letter.subject());
        mail.setText(letter.text(), letter.html());
        mail.setSentDate(Date.from(letter.writtenAt()));
        mime.setHeader("Message-ID", "<" + letter.id() + "@" + domain + ">");
        if (letter.ticket() != null) {
            String thread = "<ticket." + letter.ticket().value() + "@" + domain + ">";
            mime.setHeader("In-Reply-To", thread);
            mime.setHeader("References", thread);
        }
        mime.setHeader("Auto-Submitted", letter.kind() == Letter.Kind.PUBLIC_REPLY ? "no" : "auto-generated");
        mime.setHeader("X-Auto-Response-Suppress", "All");
    }

    private static JavaMailSenderImpl sender(MailServer server) {
        JavaMailSenderImpl sender = new StableIdSender();
        sender.setHost(server.host());
        sender.setPort(server.port());
        sender.setUsername(server.user());
        sender.setPassword(server.password());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        sender.getJavaMailProperties().putAll(properties(server));
        return sender;
    }

    private static Properties properties(MailServer server) {
        boolean signsIn = server.user() != null && !server.user().isBlank();
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", String.valueOf(signsIn));
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(server.tls() == MailServer.Encryption.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty(
                "mail.smtp.starttls.required", String.valueOf(server.tls() == MailServer.Encryption.STARTTLS));
        properties.setProperty(
                "mail.smtp.starttls.enable", String.valueOf(server.tls() == MailServer.Encryption.STARTTLS));
        return properties;
    }

    /** Jakarta Mail replaces the Message-ID of every message it sends; this one keeps ours. */
    private static final class StableIdSender extends JavaMailSenderImpl {
        @Override
        public MimeMessage createMimeMessage() {
            return new MimeMessage(getSession()) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    if (getHeader("Message-ID") == null) {
                        super.updateMessageID();
                    }
                }
            };
        }
    }
}
