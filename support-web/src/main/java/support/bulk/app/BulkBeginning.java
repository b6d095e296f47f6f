package support.bulk.app;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.bulk.Bulk;
import support.bulk.Chosen;
import support.bulk.persistence.Bulks;
import support.people.Viewer;

/** Keeps what is to be done before any of it is: a second arrival of the form waits here, and finds it. */
@Component
class BulkBeginning {
    private final Bulks bulks;

    BulkBeginning(Bulks bulks) {
        this.bulks = bulks;
    }

    @Transactional
    void begin(Bulk bulk, List<Chosen> chosen, Viewer by, Instant limit) {
        bulks.begin(bulk, chosen, by, limit);
    }
}
