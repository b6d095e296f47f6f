package support.privacy.app;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Role;
import support.people.Viewer;
import support.people.persistence.People;
import support.privacy.persistence.Erasure;
import support.privacy.persistence.PersonalData;
import support.ticket.persistence.Attachments;
import support.ticket.persistence.LaneLists;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Gives people what the desk knows of them, and forgets it. */
@Component
public class Privacy {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PersonalData data;
    private final Erasure erasure;
    private final Attachments attachments;
    private final LaneLists lane;
    private final People people;
    private final Audit audit;

    Privacy(PersonalData data, Erasure erasure, Attachments attachments, LaneLists lane, People people, Audit audit) {
        this.data = data;
        this.erasure = erasure;
        this.attachments = attachments;
        this.lane = lane;
        this.people = people;
        this.audit = audit;
    }

    /** What would go. */
    public PersonalData.Counts dryRun(long person) {
        return data.count(person);
    }

    /** Writes a ZIP with one JSON file per section, and the person's files. */
    @Transactional
    public void export(Viewer person, OutputStream out) throws IOException {
        audit.person(Deed.DATA_EXPORTED, person.id(), person.id(), Map.of());
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var section : data.of(person.id(), lane.withheld(person)).entrySet()) {
                zip.putNextEntry(new ZipEntry(section.getKey() + ".json"));
                zip.write(JSON.writeValueAsBytes(section.getValue()));
                zip.closeEntry();
            }
            for (PersonalData.Upload upload : data.uploads(person.id())) {
                zip.putNextEntry(new ZipEntry("files/" + upload.id()));
                attachments.copy(upload.id(), upload.size(), zip);
                zip.closeEntry();
            }
        }
    }

    /** Whether nobody else could look after the desk. */
    public boolean isLastAdmin(Viewer person) {
        return person.role() == Role.ADMIN && people.admins() == 1;
    }

    /** @param by who wants it: the person, or an admin */
    @Transactional
    public void erase(Viewer person, long by) {
        if (isLastAdmin(person)) {
            throw new IllegalStateException("the last admin cannot be erased");
        }
        erasure.erase(person.id(), person.name(), person.email(), person.staff());
        audit.person(Deed.PERSON_ERASED, by, person.id(), Map.of());
    }
}
