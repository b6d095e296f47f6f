package support.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import support.catalog.Hosting;

class ReportLineTest {
    private static Map<String, String> with(String... more) {
        Map<String, String> columns = new HashMap<>(Map.of(
                "addonLicenseId", "17",
                "addonKey", "signpost",
                "hosting", "Data Center",
                "status", "active"));
        for (int i = 0; i < more.length; i += 2) {
            columns.put(more[i], more[i + 1]);
        }
        return columns;
    }

    @Test
    void little_is_needed() {
        ReportLine line = ReportLine.read(with());
        assertThat(line.key()).isEqualTo("17");
        assertThat(line.otherKeys()).isEmpty();
        assertThat(line.hosting()).isEqualTo(Hosting.DATA_CENTER);
        assertThat(line.kind()).isEqualTo(Licence.Kind.OTHER);
        assertThat(line.endsOn()).isNull();
    }

    @Test
    void the_newest_identity_names_it_and_the_others_may_have() {
        ReportLine line =
                ReportLine.read(with("appEntitlementId", "ent", "licenseId", "4711", "appEntitlementNumber", "e-1"));
        assertThat(line.key()).isEqualTo("ent");
        assertThat(line.otherKeys()).isEqualTo(List.of("17", "e-1", "4711"));
        assertThat(line.isCalled("E-1")).isTrue();
        assertThat(line.isCalled("sen-4711")).isTrue();
        assertThat(line.isCalled("ent")).isFalse();
        assertThat(line.licence().number()).isEqualTo("E-1");
    }

    @ParameterizedTest
    @CsvSource({
        "company,contactDetails.company",
        "technicalContactEmail,contactDetails.technicalContact.email",
        "partnerName,partnerDetails.partnerName",
        "HOSTING,hosting"
    })
    void groups_and_case_of_a_column_do_not_matter(String plain, String grouped) {
        assertThat(ReportLine.read(with(grouped, "Data Center")))
                .usingRecursiveComparison()
                .ignoringFields("columns")
                .isEqualTo(ReportLine.read(with(plain, "Data Center")));
    }

    @Test
    void a_time_of_day_is_left_out() {
        assertThat(ReportLine.read(with("maintenanceEndDate", "2036-02-29T23:59:59Z"))
                        .endsOn())
                .isEqualTo(LocalDate.of(2036, 2, 29));
    }

    @ParameterizedTest
    @CsvSource({
        "addonLicenseId,'',NO_ID",
        "addonKey,' ',NO_APP",
        "hosting,Moon,HOSTING",
        "status,sleeping,STATUS",
        "maintenanceEndDate,2035-02-29,DATE",
        "maintenanceStartDate,0000-01-01,DATE",
        "maintenanceStartDate,1899-12-31,DATE",
        "maintenanceEndDate,1999-12-31,ORDER"
    })
    void what_cannot_be_is_named(String column, String value, BadLine.Problem problem) {
        Map<String, String> columns = with("maintenanceStartDate", "2000-01-01", column, value);
        assertThatThrownBy(() -> ReportLine.read(columns))
                .isInstanceOfSatisfying(
                        BadLine.class, bad -> assertThat(bad.problem()).isEqualTo(problem));
    }

    @Test
    void what_is_looked_up_by_is_short_and_the_rest_may_be_long() {
        assertThat(ReportLine.read(with("company", "x".repeat(500), "notes", "x".repeat(2000))))
                .isNotNull();
        for (Map<String, String> columns : List.of(
                with("company", "x".repeat(501)),
                with("licenseId", "x".repeat(501)),
                with("billingContactEmail", "x".repeat(501)),
                with("notes", "x".repeat(2001)))) {
            assertThatThrownBy(() -> ReportLine.read(columns)).isInstanceOf(BadLine.class);
        }
    }
}
