package support.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeamTest {
    private static final long NAVIGATION = 1;
    private static final long REPORTS = 2;
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    private static final Agent ADA = new Agent(1, "Ada", Set.of(NAVIGATION), true, null);
    private static final Agent BEN = new Agent(2, "Ben", Set.of(REPORTS), true, null);
    private static final Agent CLEO = new Agent(3, "Cleo", Set.of(NAVIGATION), true, FRIDAY);
    private static final Agent ANY = new Agent(4, "Any", Set.of(), true, null);
    private static final Agent LEAD = new Agent(5, "Lead", Set.of(), false, null);

    private static List<Long> given(Team team, Map<Long, Integer> load, long... apps) {
        List<Team.Waiting> waiting = IntStream.range(0, apps.length)
                .mapToObj(i -> new Team.Waiting(i + 1L, apps[i]))
                .toList();
        return team.give(waiting, load).stream().map(gift -> gift.to().id()).toList();
    }

    @Test
    void one_takes_of_the_apps_one_knows_and_of_those_that_nobody_at_work_knows() {
        Set<Long> apps = Set.of(NAVIGATION, REPORTS, 3L);
        assertThat(new Team(List.of(ADA, BEN)).takes(ADA.id(), apps)).containsExactlyInAnyOrder(NAVIGATION, 3L);
        assertThat(new Team(List.of(ADA, BEN, ANY)).takes(ADA.id(), apps)).containsExactly(NAVIGATION);
        assertThat(new Team(List.of(BEN, CLEO)).takes(BEN.id(), apps))
                .as("who knows it is away")
                .containsExactlyInAnyOrder(NAVIGATION, REPORTS, 3L);
        assertThat(new Team(List.of(ADA, ANY)).takes(ANY.id(), apps)).containsExactlyInAnyOrderElementsOf(apps);
    }

    @Test
    void what_waits_goes_to_who_knows_it_and_has_least_to_do() {
        Team team = new Team(List.of(ADA, BEN, ANY));
        assertThat(given(team, Map.of(), NAVIGATION, NAVIGATION, NAVIGATION, REPORTS))
                .containsExactly(1L, 4L, 1L, 2L);
        assertThat(given(team, Map.of(1L, 5), NAVIGATION, NAVIGATION)).containsExactly(4L, 4L);
    }

    @Test
    void what_nobody_knows_goes_to_who_has_least_to_do_of_all() {
        assertThat(given(new Team(List.of(ADA, BEN)), Map.of(1L, 1), 3, 3)).containsExactly(2L, 1L);
    }

    @Test
    void whoever_is_away_or_is_not_among_those_who_are_given_tickets_gets_none() {
        assertThat(given(new Team(List.of(CLEO, LEAD, BEN)), Map.of(2L, 9), NAVIGATION))
                .containsExactly(2L);
        assertThat(given(new Team(List.of(CLEO, LEAD)), Map.of(), NAVIGATION)).isEmpty();
    }

    @Test
    void an_absence_ends_after_it_begins_and_within_a_year_or_so() {
        assertThat(new Absence(0, FRIDAY, FRIDAY).last()).isEqualTo(FRIDAY);
        assertThatThrownBy(() -> new Absence(0, FRIDAY, FRIDAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Absence(0, FRIDAY, FRIDAY.plusDays(Absence.LONGEST_DAYS)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
