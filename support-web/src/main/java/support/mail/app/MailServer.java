package support.mail.app;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that letters go out by ({@code DESK_SMTP_*}).
 *
 * @param host empty: letters are written and held
 * @param from the desk's own address, also the sender
 * @param alerts where warnings go about tickets that nobody has taken; the sender's address unless set
 */
@ConfigurationProperties("desk.smtp")
record MailServer(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("desk@localhost") String from,
        @Nullable String alerts,
        @DefaultValue("STARTTLS") Encryption tls) {

    /** How the connection is kept secret. */
    enum Encryption {
        /** None: for a mail catcher or a relay on the same machine. */
        NONE,
        STARTTLS,
        TLS
    }

    boolean isSet() {
        return !host.isBlank();
    }

    String alertAddress() {
        return alerts == null || alerts.isBlank() ? from : alerts;
    }
}
