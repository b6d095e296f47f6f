package support.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import support.material.Link;
import support.material.Material;
import support.material.Section;
import support.material.persistence.Materials;
import support.sla.app.CurrentTerms;
import support.space.News;
import support.space.persistence.NewsBoard;

/** News for the demo's partners, and what they read on apps. */
@Component
class DemoSpace {
    private final NewsBoard board;
    private final Materials materials;
    private final CurrentTerms terms;
    private final JdbcClient database;
    private final Clock clock;

    DemoSpace(NewsBoard board, Materials materials, CurrentTerms terms, JdbcClient database, Clock clock) {
        this.board = board;
        this.materials = materials;
        this.terms = terms;
        this.database = database;
        this.clock = clock;
    }

    void add() {
        LocalDate today = terms.today();
        board.add(new News(
                0,
                "Canvas 5 is on its way",
                "The **beta** is open to partners. Tell us in a ticket what you find; what to expect stands with the app.",
                today.minusDays(3),
                today.plusDays(25),
                0));
        board.add(new News(
                0, "Price list of the next year", "It comes into force in January.", today.plusDays(14), null, 0));
        database.sql("update news set demo = true").update();
        on(
                "signpost",
                Section.RELEASE_NOTES,
                "What is new in 3.2",
                new Material.Text(
                        "- Trees open where one was last\n- Archived pages are left out\n- Faster by half with 10,000 pages"));
        on(
                "signpost",
                Section.COMPATIBILITY,
                "Which Confluence for which Signpost",
                new Material.Text("| Signpost | Confluence |\n|---|---|\n| 3.2 | 8.5 to 9.4 |\n| 3.1 | 8.0 to 9.0 |"));
        on(
                "signpost",
                Section.SALES,
                "Slides for a first talk",
                new Material.Elsewhere(new Link("https://slides.example/signpost")));
        byte[] sheet = "Signpost: what administrators ask first\n".getBytes(StandardCharsets.UTF_8);
        long file = on(
                "signpost",
                Section.TECHNICAL,
                "Data sheet",
                new Material.File("signpost-data-sheet.txt", sheet.length));
        materials.keep(file, new ByteArrayInputStream(sheet), sheet.length);
        on(
                "canvas",
                Section.SALES,
                "Why an intranet at all",
                new Material.Text("Because *nobody* finds anything in mails."));
        database.sql("update material set demo = true").update();
    }

    private long on(String app, Section section, String title, Material.Content content) {
        long id = database.sql("select id from app where key = :key")
                .param("key", app)
                .query(Long.class)
                .single();
        return materials.add(new Material(0, id, null, section, title, content), clock.instant());
    }
}
