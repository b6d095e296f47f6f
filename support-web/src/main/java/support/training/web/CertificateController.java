package support.training.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import support.training.Certificate;
import support.training.persistence.Certificates;

/** Verifies certificates for everybody who knows their number, which nobody can guess; and hands them out to print. */
@Controller
@RequestMapping("/certificates/{certificate}")
class CertificateController {
    /** Of what is printed, whoever prints it: the same bytes for everybody. */
    private static final Locale LANGUAGE = Locale.ENGLISH;

    private static final int LONGEST = 64;
    private static final float LARGE = 34;
    private static final float MIDDLE = 26;
    private static final float SMALL = 14;

    private final Certificates certificates;
    private final MessageSource messages;
    private final URI desk;
    private final String vendor;

    CertificateController(
            Certificates certificates,
            MessageSource messages,
            @Value("${desk.public-url:http://localhost:8080}") URI desk,
            @Value("${desk.name:Service Center}") String vendor) {
        this.certificates = certificates;
        this.messages = messages;
        this.desk = desk;
        this.vendor = vendor;
    }

    @GetMapping
    String verify(@PathVariable String certificate, Model model, HttpServletResponse response) {
        Certificate found = find(certificate);
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("certificate", found);
        model.addAttribute("day", day(found));
        return "training/certificate";
    }

    /** One that was withdrawn is not handed out any more. */
    @GetMapping("/certificate.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String certificate) {
        Certificate found = find(certificate);
        if (found.withdrawn()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ContentDisposition save =
                ContentDisposition.attachment().filename("certificate.pdf").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, save.toString())
                .header("X-Robots-Tag", "noindex")
                .contentType(MediaType.APPLICATION_PDF)
                .body(CertificatePdf.of(found, say("certificate.title"), lines(found)));
    }

    private List<CertificatePdf.Line> lines(Certificate found) {
        return List.of(
                new CertificatePdf.Line(say("certificate.title"), LARGE),
                new CertificatePdf.Line(found.name(), LARGE),
                new CertificatePdf.Line(say("certificate.has"), SMALL),
                new CertificatePdf.Line(found.course(), MIDDLE),
                new CertificatePdf.Line(say("certificate.on", day(found), vendor), SMALL),
                new CertificatePdf.Line(say("certificate.number", found.number()), SMALL),
                new CertificatePdf.Line(
                        desk.resolve("/certificates/" + found.number()).toString(), SMALL));
    }

    private Certificate find(String typed) {
        return (typed.length() > LONGEST
                        ? java.util.Optional.<Certificate>empty()
                        : certificates.find(Certificate.typed(typed)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String day(Certificate found) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", LANGUAGE).format(found.issued());
    }

    private String say(String key, Object... words) {
        return messages.getMessage(key, words, LANGUAGE);
    }
}
