package support.ticket.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import support.calendar.Pause;

/** Pauses as one array of instants: from, to, from, to; without the last while it lasts. */
final class PauseColumn {
    private PauseColumn() {}

    static Instant[] of(List<Pause> pauses) {
        return pauses.stream()
                .flatMap(pause -> Stream.concat(Stream.of(pause.from()), Stream.ofNullable(pause.to())))
                .toArray(Instant[]::new);
    }

    static List<Pause> pauses(Instant[] instants) {
        List<Pause> pauses = new ArrayList<>(instants.length / 2 + 1);
        for (int i = 0; i < instants.length; i += 2) {
            pauses.add(new Pause(instants[i], i + 1 < instants.length ? instants[i + 1] : null));
        }
        return pauses;
    }
}
