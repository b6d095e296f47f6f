package support.site.web;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets a few at once through to what many want at the same moment: the last codes, the last seats. They wait for each other in
 * the database anyway; those who wait here hold none of its few connections meanwhile, so that nobody is told that the
 * database is away, and all other pages go on.
 */
@Component
public class Turnstile {
    private final Semaphore places;

    /** @param connections of this instance to the database; half of them are for what many want */
    Turnstile(@Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections) {
        places = new Semaphore(Math.max(1, connections / 2), true);
    }

    /** In the order of coming. */
    public <T> T through(Supplier<T> deed) {
        places.acquireUninterruptibly();
        try {
            return deed.get();
        } finally {
            places.release();
        }
    }
}
