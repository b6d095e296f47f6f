package support.team;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Those who answer customers, on one day. */
public final class Team {
    /**
     * A ticket that waits, and to whom it goes.
     *
     * @param ticket its number
     */
    public record Gift(long ticket, Agent to) {}

    /**
     * A ticket that waits for the desk and is nobody's.
     *
     * @param number of the ticket
     * @param app what it is about
     */
    public record Waiting(long number, long app) {}

    private final List<Agent> agents;

    public Team(List<Agent> agents) {
        this.agents = List.copyOf(agents);
    }

    public List<Agent> agents() {
        return agents;
    }

    public Optional<Agent> find(long person) {
        return agents.stream().filter(agent -> agent.id() == person).findFirst();
    }

    /**
     * Of which apps somebody takes the next ticket: of those that they know, and of those that nobody who is at work knows.
     *
     * @param apps all of them
     */
    public Set<Long> takes(long person, Collection<Long> apps) {
        return apps.stream()
                .filter(app -> find(person).filter(agent -> agent.knows(app)).isPresent() || isNobodys(app))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isNobodys(long app) {
        return agents.stream().noneMatch(agent -> !agent.isAway() && agent.knows(app));
    }

    /**
     * Gives each waiting ticket, in the order of the queue, to who knows its app and has least to do by then; where nobody
     * at work knows it, to who has least to do of all. Nobody who is away is given anything.
     *
     * @param load how many tickets that wait for the desk each person has already
     * @return none for a ticket where there is nobody to give it to
     */
    public List<Gift> give(List<Waiting> waiting, Map<Long, Integer> load) {
        Map<Long, Integer> busy = new HashMap<>(load);
        List<Gift> gifts = new ArrayList<>();
        for (Waiting ticket : waiting) {
            leastBusy(ticket.app(), busy).ifPresent(agent -> {
                busy.merge(agent.id(), 1, Integer::sum);
                gifts.add(new Gift(ticket.number(), agent));
            });
        }
        return gifts;
    }

    private Optional<Agent> leastBusy(long app, Map<Long, Integer> busy) {
        List<Agent> there = agents.stream()
                .filter(agent -> agent.given() && !agent.isAway())
                .toList();
        List<Agent> knowing = there.stream().filter(agent -> agent.knows(app)).toList();
        return (knowing.isEmpty() ? there : knowing)
                .stream()
                        .min(Comparator.comparingInt((Agent agent) -> busy.getOrDefault(agent.id(), 0))
                                .thenComparing(Agent::id));
    }
}
