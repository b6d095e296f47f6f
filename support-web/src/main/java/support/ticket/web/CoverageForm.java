package support.ticket.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import support.catalog.Hosting;
import support.coverage.Claim;
import support.coverage.Help;
import support.licence.Licence;
import support.ticket.Request;

/**
 * The part of the form that says what is asked of which app, and where it runs: anything in it may be missing or absurd.
 *
 * @param objection why the customer thinks that a request is covered though the rules say otherwise, or what additional
 *     support is to do
 * @param link the signed link by which the app has filled the form in
 * @param of the app for which this was filled in; another one than is chosen now when that was changed without script
 */
record CoverageForm(
        @Nullable Help help,
        @Nullable Hosting hosting,
        @Nullable Long host,

        @Size(max = Request.LONGEST_DETAIL, message = "{raise.hostVersion.long}")
        @Pattern(regexp = RaiseForm.NO_NUL, message = "{form.nul}")
        @Nullable
        String hostVersion,

        @Nullable Long database,

        @Size(max = Request.LONGEST_DETAIL, message = "{raise.hostVersion.long}")
        @Pattern(regexp = RaiseForm.NO_NUL, message = "{form.nul}")
        @Nullable
        String databaseVersion,

        @Nullable Long browser,

        @Size(max = Request.LONGEST_DETAIL, message = "{raise.hostVersion.long}")
        @Pattern(regexp = RaiseForm.NO_NUL, message = "{form.nul}")
        @Nullable
        String browserVersion,

        @Size(max = Licence.LONGEST_NUMBER, message = "{raise.licence.long}")
        @Pattern(regexp = RaiseForm.NO_NUL, message = "{form.nul}")
        @Nullable
        String licence,

        @Size(max = LONGEST_OBJECTION, message = "{raise.objection.long}")
        @Pattern(regexp = RaiseForm.NO_NUL, message = "{form.nul}")
        @Nullable
        String objection,

        @Nullable UUID link,
        @Nullable Long of) {

    static final int LONGEST_OBJECTION = 2000;

    static final CoverageForm EMPTY =
            new CoverageForm(null, null, null, null, null, null, null, null, null, null, null, null);

    /** Where an app runs, and nothing else. */
    static CoverageForm where(
            @Nullable Hosting hosting,
            Claim.@Nullable Runs host,
            Claim.@Nullable Runs database,
            Claim.@Nullable Runs browser) {
        return new CoverageForm(
                null,
                hosting,
                number(host),
                version(host),
                number(database),
                version(database),
                number(browser),
                version(browser),
                null,
                null,
                null,
                null);
    }

    private static @Nullable Long number(Claim.@Nullable Runs runs) {
        return runs == null ? null : runs.platform();
    }

    private static @Nullable String version(Claim.@Nullable Runs runs) {
        return runs == null ? null : runs.version();
    }

    /** Whether it says anything of where the app runs. */
    boolean saysWhere() {
        return hosting != null
                || link != null
                || !platforms().isEmpty()
                || !text(licence).isEmpty();
    }

    Claim claim(long app, @Nullable String appVersion) {
        return new Claim(
                app, help == null ? Help.PROBLEM : help, hosting, text(appVersion), platforms(), text(licence), link);
    }

    private List<Claim.Runs> platforms() {
        return Stream.of(runs(host, hostVersion), runs(database, databaseVersion), runs(browser, browserVersion))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static Claim.@Nullable Runs runs(@Nullable Long platform, @Nullable String version) {
        return platform == null ? null : new Claim.Runs(platform, text(version));
    }

    String objectionText() {
        return text(objection);
    }

    /** Judged is also what is not checked yet: no database looks for a NUL. */
    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").replace("\0", "").strip();
    }
}
