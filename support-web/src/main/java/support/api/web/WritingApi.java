package support.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import support.access.app.Network;
import support.api.app.Idempotency;
import support.catalog.App;
import support.catalog.persistence.Apps;
import support.coverage.Judgement;
import support.people.Viewer;
import support.site.web.ApiProblem;
import support.ticket.TicketNumber;
import support.ticket.app.Intake;
import support.ticket.app.TicketDesk;
import tools.jackson.databind.json.JsonMapper;

/** Raising tickets and replying to them, each once however often it is sent. */
@RestController
@RequestMapping(path = "/api/v1/tickets", consumes = MediaType.APPLICATION_JSON_VALUE)
class WritingApi {
    /** What came of it. */
    record Done(String number) {}

    private static final String KEY = "Idempotency-Key";
    private static final Pattern KEY_FORM = Pattern.compile("[A-Za-z0-9._~:-]{8,128}");
    private static final Pattern TAG = Pattern.compile("\"[0-9]{1,9}\"");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TicketDesk desk;
    private final Intake intake;
    private final ApiCoverage coverage;
    private final Apps apps;
    private final Fields fields;
    private final Idempotency idempotency;
    private final ApiAddresses addresses;

    WritingApi(
            TicketDesk desk,
            Intake intake,
            ApiCoverage coverage,
            Apps apps,
            Fields fields,
            Idempotency idempotency,
            ApiAddresses addresses) {
        this.desk = desk;
        this.intake = intake;
        this.coverage = coverage;
        this.apps = apps;
        this.fields = fields;
        this.idempotency = idempotency;
        this.addresses = addresses;
    }

    @PostMapping
    ResponseEntity<String> raise(
            HttpServletRequest request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            Viewer viewer)
            throws IOException {
        refuseUnless(!viewer.staff() && viewer.organisation() != null, ApiProblem.ROLE);
        JsonBody body = JsonBody.of(request);
        return once(key, body, viewer, () -> {
            NewTicket ticket = body.as(NewTicket.class);
            long app = app(ticket);
            Judgement judged = coverage.judge(ticket, app, viewer, Network.of(request.getRemoteAddr()));
            return intake.raise(ticket.request(app, ApiCoverage.standing(judged)), judged, viewer);
        });
    }

    /** The number of the app; everything else is checked on the way. */
    private long app(NewTicket ticket) {
        List<Fields.Wrong> wrong = fields.wrong(ticket);
        Optional<App> app = apps.active().stream()
                .filter(known -> known.key().equals(ticket.app()))
                .findFirst();
        if (app.isEmpty() && ticket.app() != null && !ticket.app().isBlank()) {
            wrong.add(fields.wrong("app", "api.field.app"));
        }
        if (!coverage.knowsHost(ticket)) {
            wrong.add(fields.wrong("host", "api.field.host"));
        }
        if (ticket.lacksSeverity()) {
            wrong.add(fields.wrong("severity", "raise.severity.empty"));
        }
        Fields.refuse(wrong);
        return app.orElseThrow().id();
    }

    @PostMapping("/{number}/replies")
    ResponseEntity<String> reply(
            @PathVariable TicketNumber number,
            HttpServletRequest request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Viewer viewer)
            throws IOException {
        refuseUnless(!viewer.staff() || viewer.role().answers(), ApiProblem.ROLE);
        JsonBody body = JsonBody.of(request);
        return once(key, body, viewer, () -> {
            NewReply reply = body.as(NewReply.class);
            Fields.refuse(fields.wrong(reply));
            write(number, reply, seen, viewer);
            return number;
        });
    }

    private void write(TicketNumber number, NewReply reply, @Nullable String seen, Viewer viewer) {
        if (viewer.staff()) {
            refuseUnless(seen != null, ApiProblem.IF_MATCH);
            desk.answer(number, viewer, version(seen), reply.words(), reply.next(), null);
        } else {
            desk.reply(number, viewer, reply.words());
        }
    }

    private ResponseEntity<String> once(
            @Nullable String key, JsonBody body, Viewer viewer, Supplier<TicketNumber> deed) {
        if (key == null || !KEY_FORM.matcher(key).matches()) {
            throw new ApiRefusal(ApiProblem.IDEMPOTENCY_KEY);
        }
        Idempotency.Answer answer = idempotency.once(viewer.id(), key, body.sha256(), () -> {
            TicketNumber number = deed.get();
            return new Idempotency.Answer(
                    addresses.ticket(number), JSON.writeValueAsString(new Done(number.toString())));
        });
        return ResponseEntity.created(URI.create(answer.location()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }

    /** A strong ETag. */
    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** The version that a tag names; none that a ticket ever has for one that the desk never gave. */
    private static int version(@Nullable String tag) {
        String text = Objects.requireNonNullElse(tag, "");
        return TAG.matcher(text).matches() ? Integer.parseInt(text.substring(1, text.length() - 1)) : -1;
    }

    private static void refuseUnless(boolean allowed, ApiProblem problem) {
        if (!allowed) {
            throw new ApiRefusal(problem);
        }
    }
}
