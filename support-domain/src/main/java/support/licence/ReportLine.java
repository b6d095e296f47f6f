package support.licence;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import support.catalog.Hosting;

/**
 * A line of the Marketplace's licence report, by the columns of its reporting interface. Their names are read without regard
 * to case, dots and the groups they stand in, so that {@code contactDetails.technicalContact.email} and
 * {@code technicalContactEmail} are the same.
 *
 * @param key what names the licence in every export: app entitlement, else the licence of the app
 * @param otherKeys what may have named it in an export that had fewer columns
 * @param entitlementNumber in capitals
 * @param sen in capitals
 * @param startsOn days are days in the vendor's zone
 * @param columns all of the line, also what the desk does not know
 */
public record ReportLine(
        String key,
        List<String> otherKeys,
        @Nullable String entitlementNumber,
        @Nullable String sen,
        String appKey,
        Hosting hosting,
        Licence.Kind kind,
        Licence.Status status,
        String tier,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        String company,
        @Nullable String technicalContact,
        @Nullable String billingContact,
        String partner,
        Map<String, String> columns) {

    /** Longer than anything that the Marketplace writes into one column. */
    public static final int LONGEST = 2000;

    /** Of what is looked up by: PostgreSQL refuses to index what takes more than 2,704 bytes. */
    private static final int LONGEST_INDEXED = 500;

    /** Days before are written where there is none. */
    private static final int FIRST_YEAR = 1900;

    private static final List<String> KEYS =
            List.of("appentitlementid", "addonlicenseid", "appentitlementnumber", "licenseid");

    /** @throws BadLine when the line cannot be taken in */
    public static ReportLine read(Map<String, String> columns) {
        Columns line = new Columns(columns);
        LocalDate starts = line.day("maintenancestartdate");
        LocalDate ends = line.day("maintenanceenddate");
        if (starts != null && ends != null && ends.isBefore(starts)) {
            throw new BadLine(BadLine.Problem.ORDER, starts + " – " + ends);
        }
        List<String> keys = line.texts(KEYS);
        if (keys.isEmpty()) {
            throw new BadLine(BadLine.Problem.NO_ID, "");
        }
        return new ReportLine(
                keys.getFirst(),
                keys.subList(1, keys.size()),
                line.number("appentitlementnumber"),
                sen(line.number("licenseid")),
                line.appKey(),
                hosting(line.text("hosting")),
                kind(line.text("licensetype")),
                status(line.text("status")),
                line.text("tier"),
                starts,
                ends,
                line.indexed("company"),
                line.address("technicalcontactemail"),
                line.address("billingcontactemail"),
                line.text("partnername"),
                columns);
    }

    /** As a licence that the desk has not kept. */
    public Licence licence() {
        String number = entitlementNumber != null ? entitlementNumber : sen != null ? sen : key;
        return new Licence(0, number, appKey, hosting, kind, status, tier, startsOn, endsOn, company);
    }

    /** Whether this is what a customer can type for it. */
    public boolean isCalled(String number) {
        return number.equalsIgnoreCase(entitlementNumber) || number.equalsIgnoreCase(sen);
    }

    private static @Nullable String sen(@Nullable String number) {
        return number == null || !number.matches("\\d+") ? number : "SEN-" + number;
    }

    private static Hosting hosting(String text) {
        return switch (letters(text)) {
            case "cloud" -> Hosting.CLOUD;
            case "datacenter" -> Hosting.DATA_CENTER;
            case "server" -> Hosting.SERVER;
            default -> throw new BadLine(BadLine.Problem.HOSTING, text);
        };
    }

    private static Licence.Status status(String text) {
        return switch (letters(text)) {
            case "active" -> Licence.Status.ACTIVE;
            case "inactive" -> Licence.Status.INACTIVE;
            case "cancelled", "canceled" -> Licence.Status.CANCELLED;
            default -> throw new BadLine(BadLine.Problem.STATUS, text);
        };
    }

    /** One that nobody knows yet is no reason to leave a customer without support. */
    private static Licence.Kind kind(String text) {
        String named = letters(text);
        return Arrays.stream(Licence.Kind.values())
                .filter(kind -> letters(kind.name()).equals(named))
                .findFirst()
                .orElse(Licence.Kind.OTHER);
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.chars().filter(Character::isLetter).forEach(one -> letters.append((char) Character.toLowerCase(one)));
        return letters.toString();
    }

    /** Finds columns by what their names mean. */
    private static final class Columns {
        private final Map<String, String> byName = new HashMap<>();

        Columns(Map<String, String> columns) {
            columns.forEach((name, value) -> {
                if (value.length() > LONGEST) {
                    throw new BadLine(BadLine.Problem.TOO_LONG, name + ": " + value);
                }
                byName.putIfAbsent(meaning(name), value.strip());
            });
        }

        private static String meaning(String name) {
            String letters = letters(name);
            return letters.replace("contactdetails", "").replace("partnerdetailspartner", "partner");
        }

        String text(String name) {
            return Objects.requireNonNullElse(byName.get(name), "");
        }

        String indexed(String name) {
            String text = text(name);
            if (text.length() > LONGEST_INDEXED) {
                throw new BadLine(BadLine.Problem.TOO_LONG, name + ": " + text);
            }
            return text;
        }

        @Nullable
        String number(String name) {
            String text = indexed(name);
            return text.isEmpty() ? null : text.toUpperCase(Locale.ROOT);
        }

        @Nullable
        String address(String name) {
            String text = indexed(name);
            return text.contains("@") ? text : null;
        }

        /** Those that are there. */
        List<String> texts(List<String> names) {
            return names.stream()
                    .map(this::indexed)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
        }

        String appKey() {
            List<String> keys = texts(List.of("addonkey", "appkey"));
            if (keys.isEmpty()) {
                throw new BadLine(BadLine.Problem.NO_APP, "");
            }
            return keys.getFirst();
        }

        /** A time of day behind it is left out. */
        @Nullable
        LocalDate day(String name) {
            String text = text(name);
            if (text.isEmpty()) {
                return null;
            }
            try {
                LocalDate day = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
                if (day.getYear() >= FIRST_YEAR) {
                    return day;
                }
            } catch (DateTimeParseException noDay) {
                // said below
            }
            throw new BadLine(BadLine.Problem.DATE, text);
        }
    }
}
