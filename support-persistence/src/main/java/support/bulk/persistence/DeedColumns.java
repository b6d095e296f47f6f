package support.bulk.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import support.bulk.Deed;
import support.ticket.Status;
import support.ticket.Tag;

/**
 * A deed as it stands in its columns.
 *
 * @param value null for nobody
 */
record DeedColumns(String deed, @Nullable String value, int version) {
    static DeedColumns of(Deed deed) {
        String name = deed.getClass().getSimpleName();
        return switch (deed) {
            case Deed.Assign assign -> new DeedColumns(name, assign.to() == null ? null : "" + assign.to(), 0);
            case Deed.AddTag tag -> new DeedColumns(name, tag.tag().name(), 0);
            case Deed.RemoveTag tag -> new DeedColumns(name, tag.tag().name(), 0);
            case Deed.SetStatus status -> new DeedColumns(name, status.to().name(), 0);
            case Deed.UseMacro macro -> new DeedColumns(name, "" + macro.macro(), macro.version());
        };
    }

    static Deed read(ResultSet row) throws SQLException {
        String value = row.getString("value");
        return switch (row.getString("deed")) {
            case "Assign" -> new Deed.Assign(value == null ? null : Long.valueOf(value));
            case "AddTag" -> new Deed.AddTag(new Tag(Objects.requireNonNull(value)));
            case "RemoveTag" -> new Deed.RemoveTag(new Tag(Objects.requireNonNull(value)));
            case "SetStatus" -> new Deed.SetStatus(Status.valueOf(value));
            case "UseMacro" -> new Deed.UseMacro(Long.parseLong(Objects.requireNonNull(value)), row.getInt("version"));
            default -> throw new IllegalStateException("no deed is called " + row.getString("deed"));
        };
    }
}
