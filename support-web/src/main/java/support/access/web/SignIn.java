package support.access.web;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import support.people.persistence.People;

/**
 * Checks a mail address with its password. The principal is the person's id; what the person may do is read from the
 * database at each request.
 */
@Component
class SignIn implements AuthenticationProvider {
    /** Hashing is meant to be costly: only so many at once, so that people who are signed in keep their pages fast. */
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    private final People people;
    private final PasswordEncoder passwords;
    private final String nobodysPassword;

    SignIn(People people, PasswordEncoder passwords) {
        this.people = people;
        this.passwords = passwords;
        this.nobodysPassword = passwords.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        Optional<People.Credentials> person =
                people.credentials(attempt.getName().strip());
        // an unknown address takes as long as a wrong password
        String expected = person.map(People.Credentials::password).orElse(nobodysPassword);
        boolean matches = matches(String.valueOf(attempt.getCredentials()), expected);
        if (person.isEmpty() || !matches) {
            throw new BadCredentialsException("address or password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                Long.toString(person.get().person()), null, List.of());
    }

    private boolean matches(String password, String expected) {
        hashing.acquireUninterruptibly();
        try {
            return passwords.matches(password, expected);
        } finally {
            hashing.release();
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
