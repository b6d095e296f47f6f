package support.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import support.material.Link;
import support.material.Material;
import support.material.Section;
import support.material.persistence.Materials;
import support.sla.app.CurrentTerms;
import support.training.Certificate;
import support.training.Course;
import support.training.Session;
import support.training.persistence.Certificates;
import support.training.persistence.CourseSessions;
import support.training.persistence.Courses;
import support.training.persistence.Seats;

/** Courses of the demo with material, a session whose last seat is free, one that is over, and somebody with a certificate. */
@Component
class DemoTraining {
    private static final int SEED = 32;

    private final Materials materials;
    private final Courses courses;
    private final CourseSessions sessions;
    private final Seats seats;
    private final Certificates certificates;
    private final CurrentTerms terms;
    private final JdbcClient database;
    private final Clock clock;

    DemoTraining(
            Materials materials,
            Courses courses,
            CourseSessions sessions,
            Seats seats,
            Certificates certificates,
            CurrentTerms terms,
            JdbcClient database,
            Clock clock) {
        this.materials = materials;
        this.courses = courses;
        this.sessions = sessions;
        this.seats = seats;
        this.certificates = certificates;
        this.terms = terms;
        this.database = database;
        this.clock = clock;
    }

    void add() {
        long signpost = courses.add(new Course(
                0,
                "Signpost for administrators",
                "How page trees are **planned**, **built** and kept in order. For people who set Signpost up for customers.",
                true,
                0));
        List<Long> parts = List.of(
                part(
                        signpost,
                        "What a good tree looks like",
                        new Material.Text(
                                "Three levels, seven branches.\n\n- Name a branch by what people look for.\n- Archive what nobody opened for a year.")),
                part(signpost, "Building one (video, 12 min)", elsewhere("https://video.example/signpost/building")),
                file(
                        signpost,
                        "Checklist to take along",
                        "checklist.txt",
                        "1. Who looks for what?\n2. Draw it.\n3. Try it with two people.\n"));
        long nils = person("nils@maplework.example");
        Instant then = clock.instant().minus(Duration.ofDays(19));
        parts.forEach(part -> courses.markDone(part, nils, then));
        long past = session(signpost, -20, "Online", 6);
        seats.take(past, nils, then);
        seats.attended(past, List.of(nils));
        certificates.issue(Certificate.number(new Random(SEED)), signpost, nils, today().minusDays(19));
        long next = session(signpost, 3, "Online: https://meet.example/signpost", 2);
        seats.take(next, person("robin@pinecrest.example"), clock.instant());
        session(signpost, 17, "Dresden, second floor", 10);
        long selling = courses.add(
                new Course(0, "Selling Canvas", "What customers ask before they buy, and what we answer.", true, 0));
        part(selling, "Ten questions and answers", new Material.Text("1. *Does it run in the cloud?* It does."));
        part(selling, "A demonstration (video, 20 min)", elsewhere("https://video.example/canvas/demo"));
        courses.add(new Course(0, "Ledger in depth", "Still being written.", false, 0));
        database.sql("update course set demo = true").update();
        database.sql("update material set demo = true").update();
    }

    private static Material.Content elsewhere(String address) {
        return new Material.Elsewhere(new Link(address));
    }

    private long part(long course, String title, Material.Content content) {
        return materials.add(new Material(0, null, course, Section.COURSE, title, content), clock.instant());
    }

    private long file(long course, String title, String name, String words) {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        long id = part(course, title, new Material.File(name, bytes.length));
        materials.keep(id, new ByteArrayInputStream(bytes), bytes.length);
        return id;
    }

    private long session(long course, int days, String place, int seats) {
        Instant begins = today().plusDays(days)
                .atTime(LocalTime.of(14, 0))
                .atZone(terms.calendar().zone())
                .toInstant();
        return sessions.add(
                new Session(0, course, begins, begins.plus(Duration.ofMinutes(90)), place, seats, false, 0));
    }

    private LocalDate today() {
        return terms.today();
    }

    private long person(String address) {
        return database.sql("select id from person where email = :email")
                .param("email", address)
                .query(Long.class)
                .single();
    }
}
