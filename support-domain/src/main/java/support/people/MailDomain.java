package support.people;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What follows the at sign of the mail addresses of one company.
 *
 * @param text in small letters, as {@link MailAddress#domain} gives it
 */
public record MailDomain(String text) {
    /** Where anybody can have an address: such a domain says nothing about who belongs together. */
    private static final Set<String> OPEN_TO_ALL = Set.of(
            "aol.com",
            "arcor.de",
            "bluewin.ch",
            "fastmail.com",
            "free.fr",
            "freenet.de",
            "gmail.com",
            "gmx.at",
            "gmx.ch",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "googlemail.com",
            "hey.com",
            "hotmail.co.uk",
            "hotmail.com",
            "hotmail.de",
            "hotmail.fr",
            "icloud.com",
            "laposte.net",
            "libero.it",
            "live.com",
            "live.de",
            "mac.com",
            "mail.com",
            "mail.de",
            "mail.ru",
            "mailbox.org",
            "me.com",
            "msn.com",
            "online.de",
            "orange.fr",
            "outlook.com",
            "outlook.de",
            "pm.me",
            "posteo.de",
            "proton.me",
            "protonmail.com",
            "qq.com",
            "t-online.de",
            "tutanota.com",
            "web.de",
            "yahoo.co.uk",
            "yahoo.com",
            "yahoo.de",
            "yahoo.fr",
            "yandex.ru",
            "ymail.com",
            "zoho.com",
            "163.com");

    public MailDomain {
        if (!text.contains(".") || !text.equals(new MailAddress("a@" + text).domain())) {
            throw new IllegalArgumentException("no mail domain");
        }
    }

    /** Empty when the text is no domain; an at sign before it, and space around it, is none of it. */
    public static Optional<MailDomain> of(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^@", "");
        try {
            return Optional.of(new MailDomain(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Belongs to a provider that gives addresses to everybody. */
    public boolean isOpenToAll() {
        return OPEN_TO_ALL.contains(text);
    }
}
