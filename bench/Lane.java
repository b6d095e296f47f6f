import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;
import support.calendar.BusinessHours;
import support.people.PartnerKind;
import support.people.Role;
import support.people.Viewer;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;
import support.ticket.Coverage;
import support.ticket.QueuePlace;
import support.ticket.Request;
import support.ticket.Status;
import support.ticket.Ticket;
import support.ticket.TicketNumber;
import support.ticket.Words;

/**
 * What the Fast Lane gives partners, and what it costs the others: generated months of tickets go through the desk's own
 * classes, with the lane and without it, for 3 to 8 agents. Each ticket is raised, stands where {@link QueuePlace} puts it,
 * is answered by the next agent who is free, and is judged by its own promise.
 *
 * <p>Prints tables for several loads and, last, the figures: the worst ratio of median waits (business time from raising to
 * when somebody takes it), and the most that the standard lane loses, in percentage points of promises kept. Writes a chart.
 *
 * <p>Usage: bench/lane [LOAD% [LANE% [MONTHS [CHART]]]], by default 95 15 12 docs/pictures/lane.svg
 */
class Lane {
    private static final Terms TERMS = Terms.standard();
    /** A month with three holidays, May 2026, in Europe/Berlin. */
    private static final Instant FROM = Instant.parse("2026-04-30T22:00:00Z");
    private static final Instant TO = Instant.parse("2026-05-31T22:00:00Z");
    private static final BusinessHours HOURS = TERMS.at(FROM).calendar().hours();
    private static final Viewer CUSTOMER = customer(1, null);
    private static final Viewer PARTNER = customer(2, PartnerKind.SOLUTION_PARTNER);
    private static final Viewer AGENT = new Viewer(
            3, "Ada", "ada@desk.example", Role.AGENT, null, false, false, null, ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
    /** Half of the answers take less; the middle two thirds between 14 and 46 minutes. */
    private static final double MEDIAN_MINUTES = 25;
    private static final double SPREAD = 0.6;
    private static final int MIN_AGENTS = 3;
    private static final int MAX_AGENTS = 8;

    /** @param partner somebody of a partner asks */
    record Wish(Instant at, Severity severity, boolean partner, Duration work) {}

    /** What became of one ticket. */
    record Outcome(Severity severity, boolean partner, boolean kept, double waitMinutes) {}

    record Standing(Ticket ticket, QueuePlace place, Wish wish) {}

    private static Viewer customer(long id, PartnerKind kind) {
        return new Viewer(
                id, "A", "a@b.example", Role.CUSTOMER, id, false, false, kind, ZoneId.of("Europe/Berlin"), Locale.ENGLISH);
    }

    public static void main(String[] arguments) throws IOException {
        int load = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 95;
        int lane = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
        int months = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 12;
        Path chart = Path.of(arguments.length > 3 ? arguments[3] : "docs/pictures/lane.svg");
        for (int percent : List.of(80, 90, 95, 100, 105)) {
            for (int share : List.of(10, 15, 20)) {
                table(percent, share, months);
            }
        }
        List<Both> figures = table(load, lane, months);
        bySeverity(figures);
        Files.createDirectories(chart.toAbsolutePath().getParent());
        Files.writeString(chart, Chart.of(figures, load, lane, months));
        System.out.println("written: " + chart);
        System.out.printf(Locale.ROOT, "lane-wait-ratio %.2f%n", figures.stream().mapToDouble(Both::ratio).max().orElseThrow());
        System.out.printf(Locale.ROOT, "lane-cost-points %.2f%n", figures.stream().mapToDouble(Both::cost).max().orElseThrow());
    }

    /** All generated months of one size of desk, with the lane and without. */
    record Both(int agents, List<Outcome> with, List<Outcome> without) {
        double ratio() {
            return median(with, true) / median(with, false);
        }

        double cost() {
            return kept(without, false) - kept(with, false);
        }

        static double median(List<Outcome> outcomes, boolean partner) {
            double[] waits = outcomes.stream()
                    .filter(one -> one.partner == partner)
                    .mapToDouble(Outcome::waitMinutes)
                    .sorted()
                    .toArray();
            return waits[waits.length / 2];
        }

        static double kept(List<Outcome> outcomes, boolean partner) {
            return percent(outcomes.stream().filter(one -> one.partner == partner).toList());
        }

        static double kept(List<Outcome> outcomes, Severity severity, boolean partner) {
            return percent(outcomes.stream()
                    .filter(one -> one.partner == partner && one.severity == severity)
                    .toList());
        }

        private static double percent(List<Outcome> outcomes) {
            return 100.0 * outcomes.stream().filter(Outcome::kept).count() / outcomes.size();
        }
    }

    private static List<Both> table(int load, int lane, int months) {
        System.out.printf("load %d %%, lane %d %% of the tickets, %d months%n", load, lane, months);
        System.out.println("| agents | standard kept, without / with | cost, points | lane kept, without / with"
                + " | median wait, standard / lane, min | ratio |");
        List<Both> all = new ArrayList<>();
        for (int agents = MIN_AGENTS; agents <= MAX_AGENTS; agents++) {
            Both both = both(agents, load / 100.0, lane / 100.0, months);
            all.add(both);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.1f / %.1f | %.2f | %.1f / %.1f | %.1f / %.1f | %.2f |%n",
                    agents,
                    Both.kept(both.without, false),
                    Both.kept(both.with, false),
                    both.cost(),
                    Both.kept(both.without, true),
                    Both.kept(both.with, true),
                    Both.median(both.with, false),
                    Both.median(both.with, true),
                    both.ratio());
        }
        return all;
    }

    private static Both both(int agents, double load, double lane, int months) {
        List<Outcome> with = new ArrayList<>();
        List<Outcome> without = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            List<Wish> wishes = wishes(new SplittableRandom(1000L * month + agents), agents, load, lane);
            with.addAll(run(wishes, agents, true));
            without.addAll(run(wishes, agents, false));
        }
        return new Both(agents, with, without);
    }

    private static void bySeverity(List<Both> all) {
        System.out.println("promises kept, all sizes of desk together, without / with the lane");
        List<Outcome> with = all.stream().flatMap(one -> one.with.stream()).toList();
        List<Outcome> without = all.stream().flatMap(one -> one.without.stream()).toList();
        System.out.println("| level | standard | Fast Lane |");
        for (Severity severity : Severity.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f / %.1f | %.1f / %.1f |%n",
                    severity,
                    Both.kept(without, severity, false),
                    Both.kept(with, severity, false),
                    Both.kept(without, severity, true),
                    Both.kept(with, severity, true));
        }
    }

    /** Four in five write while the desk is open, the others at any time. */
    private static List<Wish> wishes(SplittableRandom random, int agents, double load, double lane) {
        Duration open = HOURS.elapsed(FROM, TO);
        double mean = MEDIAN_MINUTES * Math.exp(SPREAD * SPREAD / 2);
        int count = (int) (open.toMinutes() * agents * load / mean);
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant at = random.nextDouble() < 0.8
                    ? HOURS.deadline(FROM, Duration.ofSeconds(1 + (long) (random.nextDouble() * (open.toSeconds() - 1))))
                    : FROM.plusSeconds((long) (random.nextDouble() * Duration.between(FROM, TO).toSeconds()));
            wishes.add(new Wish(at, severity(random.nextDouble()), random.nextDouble() < lane, work(random)));
        }
        wishes.sort(Comparator.comparing(Wish::at));
        return wishes;
    }

    private static Severity severity(double at) {
        return at < 0.05 ? Severity.LEVEL_1 : at < 0.25 ? Severity.LEVEL_2 : at < 0.75 ? Severity.LEVEL_3 : Severity.LEVEL_4;
    }

    private static Duration work(SplittableRandom random) {
        double bell = -6;
        for (int i = 0; i < 12; i++) {
            bell += random.nextDouble();
        }
        return Duration.ofSeconds((long) (60 * Math.clamp(MEDIAN_MINUTES * Math.exp(SPREAD * bell), 3, 240)));
    }

    private static List<Outcome> run(List<Wish> wishes, int agents, boolean withLane) {
        PriorityQueue<Instant> free = new PriorityQueue<>(Collections.nCopies(agents, FROM));
        PriorityQueue<Standing> queue = new PriorityQueue<>(Comparator.comparing((Standing one) -> one.place.at())
                .thenComparing(one -> one.ticket.state().lane(), Comparator.reverseOrder())
                .thenComparing(one -> one.ticket.number().value()));
        List<Outcome> outcomes = new ArrayList<>();
        Instant now = FROM;
        int next = 0;
        while (next < wishes.size() || !queue.isEmpty()) {
            Instant agent = free.remove();
            now = later(now, agent);
            if (queue.isEmpty()) {
                now = later(now, wishes.get(next).at);
            }
            now = HOURS.nextOpening(now).orElseThrow();
            while (next < wishes.size() && !wishes.get(next).at.isAfter(now)) {
                queue.add(raised(next + 1, wishes.get(next), withLane));
                next++;
            }
            Standing taken = queue.remove();
            Instant answered = HOURS.deadline(now, taken.wish.work);
            free.add(answered);
            outcomes.add(outcome(taken, now, answered));
        }
        return outcomes;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Standing raised(int number, Wish wish, boolean withLane) {
        Request request = new Request(
                RequestType.SUPPORT_REQUEST,
                wish.severity,
                1,
                "",
                "",
                "x",
                "x",
                new UUID(0, number),
                null,
                Coverage.UNJUDGED);
        Viewer by = wish.partner && withLane ? PARTNER : CUSTOMER;
        Ticket ticket = Ticket.raise(new TicketNumber(number), request, by, wish.at, TERMS);
        return new Standing(ticket, ticket.place().orElseThrow(), wish);
    }

    private static Outcome outcome(Standing taken, Instant at, Instant answered) {
        taken.ticket.answer(AGENT, new Words("x", new UUID(1, 1)), Status.RESOLVED, null, answered, TERMS);
        Promise promise = taken.ticket.state().promises().getFirst();
        return new Outcome(
                taken.wish.severity,
                taken.wish.partner,
                promise.verdict() == Promise.Verdict.KEPT,
                HOURS.elapsed(taken.wish.at, at).toSeconds() / 60.0);
    }

    /** Two panels: promises kept by level and lane, and median waits by the number of agents. */
    static final class Chart {
        private static final int HEIGHT = 260;
        private static final int TOP = 70;
        private static final double LEAST = 80;

        private final StringBuilder svg = new StringBuilder();

        static String of(List<Both> all, int load, int lane, int months) {
            Chart chart = new Chart();
            chart.svg.append("""
                    <svg xmlns="http://www.w3.org/2000/svg" width="980" height="400" viewBox="0 0 980 400" role="img" \
                    font-family="sans-serif" font-size="12">
                    <title>Promises kept and waiting times with and without the Fast Lane</title>
                    <rect width="980" height="400" fill="#fff"/>
                    """);
            chart.text(20, 24, 15, "start", "%d generated months, 3 to 8 agents, load %d %%, lane %d %% of the tickets"
                    .formatted(months, load, lane));
            chart.kept(all);
            chart.waits(all);
            return chart.svg.append("</svg>\n").toString();
        }

        private void kept(List<Both> all) {
            List<Outcome> with = all.stream().flatMap(one -> one.with.stream()).toList();
            List<Outcome> without = all.stream().flatMap(one -> one.without.stream()).toList();
            text(20, 52, 13, "start", "Promises kept by level, % (the axis begins at 80)");
            for (int percent = 80; percent <= 100; percent += 5) {
                line(40, 470, percent, String.valueOf(percent));
            }
            for (Severity severity : Severity.values()) {
                int x = 60 + severity.ordinal() * 105;
                bar(x, Both.kept(without, severity, false), "#b8c4d0");
                bar(x + 20, Both.kept(with, severity, false), "#4a6a8a");
                bar(x + 44, Both.kept(without, severity, true), "#ecc79a");
                bar(x + 64, Both.kept(with, severity, true), "#c8741a");
                text(x + 42, TOP + HEIGHT + 18, 12, "middle", "Level " + (severity.ordinal() + 1));
            }
            key(60, "#b8c4d0", "standard, without the lane");
            key(270, "#4a6a8a", "standard, with it");
            key(440, "#ecc79a", "partners, without the lane");
            key(650, "#c8741a", "partners, with it");
        }

        private void waits(List<Both> all) {
            double most = all.stream().mapToDouble(one -> Both.median(one.with, false)).max().orElseThrow();
            double scale = Math.ceil(most / 10) * 10;
            text(540, 52, 13, "start", "Median wait with the lane, open minutes, by agents");
            for (int i = 0; i <= 5; i++) {
                line(560, 950, LEAST + i * 4, String.format(Locale.ROOT, "%.0f", scale * i / 5));
            }
            for (Both one : all) {
                int x = 575 + (one.agents - MIN_AGENTS) * 62;
                bar(x, LEAST + 20 * Both.median(one.with, false) / scale, "#4a6a8a");
                bar(x + 20, LEAST + 20 * Both.median(one.with, true) / scale, "#c8741a");
                text(x + 19, TOP + HEIGHT + 18, 12, "middle", String.valueOf(one.agents));
            }
        }

        private double y(double value) {
            return TOP + HEIGHT * (100 - Math.max(LEAST, value)) / (100 - LEAST);
        }

        private void bar(int x, double value, String colour) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%.1f\" width=\"18\" height=\"%.1f\" fill=\"%s\"/>%n",
                    x,
                    y(value),
                    TOP + HEIGHT - y(value),
                    colour));
        }

        private void line(int from, int to, double value, String label) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
                    from,
                    y(value),
                    to,
                    y(value)));
            text(from - 6, (int) y(value) + 4, 11, "end", label);
        }

        private void key(int x, String colour, String label) {
            svg.append(String.format(
                    Locale.ROOT, "<rect x=\"%d\" y=\"372\" width=\"12\" height=\"12\" fill=\"%s\"/>%n", x, colour));
            text(x + 18, 383, 12, "start", label);
        }

        private void text(int x, int y, int size, String anchor, String words) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" font-size=\"%d\" text-anchor=\"%s\" fill=\"#222\">%s</text>%n",
                    x,
                    y,
                    size,
                    anchor,
                    words));
        }
    }
}
