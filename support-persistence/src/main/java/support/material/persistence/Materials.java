package support.material.persistence;

import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.database.Parts;
import support.material.Link;
import support.material.Material;
import support.material.Section;

/** Material on apps and in courses. Whoever asks has passed a door of partners or leads. */
@Repository
public class Materials {
    private static final String MATERIALS = "select m.* from material m ";

    private final JdbcClient database;

    Materials(JdbcClient database) {
        this.database = database;
    }

    /** By the app that it is on; in the order in which it was added. */
    public Map<Long, List<Material>> byApp() {
        Map<Long, List<Material>> shelves = new HashMap<>();
        database.sql(MATERIALS + "where app_id is not null order by id")
                .query((row, n) -> material(row))
                .list()
                .forEach(one -> shelves.computeIfAbsent(one.app(), app -> new ArrayList<>())
                        .add(one));
        return shelves;
    }

    /** On one app, by section. */
    public Map<Section, List<Material>> onApp(long app) {
        Map<Section, List<Material>> sections = new EnumMap<>(Section.class);
        database.sql(MATERIALS + "where app_id = :app order by id")
                .param("app", app)
                .query((row, n) -> material(row))
                .list()
                .forEach(one -> sections.computeIfAbsent(one.section(), section -> new ArrayList<>())
                        .add(one));
        return sections;
    }

    /** Of a course, in the order in which it was added. */
    public List<Material> of(long course) {
        return database.sql(MATERIALS + "where course_id = :course order by id")
                .param("course", course)
                .query((row, n) -> material(row))
                .list();
    }

    public Optional<Material> find(long id) {
        return database.sql(MATERIALS + "where id = :id")
                .param("id", id)
                .query((row, n) -> material(row))
                .optional();
    }

    /**
     * One that partners may see: what is in a course that is not published, or on an app that is not offered any more, is there for leads
     * alone.
     */
    public Optional<Material> published(long id) {
        return database.sql(MATERIALS + "left join course c on c.id = m.course_id left join app a on a.id = m.app_id"
                        + " where m.id = :id and (c.published or a.ours and a.lifecycle <> 'RETIRED')")
                .param("id", id)
                .query((row, n) -> material(row))
                .optional();
    }

    /** @return its number */
    public long add(Material material, Instant at) {
        Material.Content content = material.content();
        return database.sql("""
                        insert into material (app_id, course_id, section, title, form, body, link, file_name, size, added_at)
                        values (:app, :course, :section, :title, :form, :body, :link, :file, :size, :at) returning id
                        """)
                .param("app", material.app())
                .param("course", material.course())
                .param("section", material.section().name())
                .param("title", material.title())
                .param("form", material.form())
                .param("body", content instanceof Material.Text text ? text.markdown() : null)
                .param(
                        "link",
                        content instanceof Material.Elsewhere elsewhere
                                ? elsewhere.link().address()
                                : null)
                .param("file", content instanceof Material.File file ? file.name() : null)
                .param("size", content instanceof Material.File file ? file.size() : null)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The bytes of a file. */
    public void keep(long material, InputStream content, long size) {
        database.sql("insert into material_content (material_id, bytes) values (:id, :bytes)")
                .param("id", material)
                .param("bytes", new SqlParameterValue(Types.BINARY, new SqlBinaryValue(content, size)))
                .update();
    }

    /** Writes a file's bytes, a part at a time, so that no file is ever whole in memory. */
    public void copy(long material, long size, OutputStream out) {
        Parts.copy(
                size,
                (from, length) -> database.sql(
                                "select substring(bytes from :from for :length) from material_content where material_id = :id")
                        .param("id", material)
                        .param("from", from)
                        .param("length", length)
                        .query(byte[].class)
                        .single(),
                out);
    }

    /** Holds its course first, as those do who mark it as done. */
    public void remove(long material) {
        database.sql("select c.id from course c join material m on m.course_id = c.id where m.id = :id"
                        + " for no key update of c")
                .param("id", material)
                .query(Long.class)
                .optional();
        database.sql("delete from material where id = :id")
                .param("id", material)
                .update();
    }

    private static Material material(ResultSet row) throws SQLException {
        return new Material(
                row.getLong("id"),
                Columns.numberOrNull(row, "app_id"),
                Columns.numberOrNull(row, "course_id"),
                Columns.constant(row, "section", Section.class),
                row.getString("title"),
                content(row));
    }

    private static Material.Content content(ResultSet row) throws SQLException {
        return switch (row.getString("form")) {
            case "LINK" -> new Material.Elsewhere(new Link(row.getString("link")));
            case "FILE" -> new Material.File(row.getString("file_name"), row.getLong("size"));
            default -> new Material.Text(row.getString("body"));
        };
    }
}
