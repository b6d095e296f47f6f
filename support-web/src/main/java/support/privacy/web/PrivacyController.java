package support.privacy.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import support.people.Viewer;
import support.people.persistence.People;
import support.privacy.app.Privacy;

/** Taking one's data, and being forgotten: by oneself, or by an admin for somebody else. */
@Controller
class PrivacyController {
    private static final String SURE = "erase";

    private final Privacy privacy;
    private final People people;

    PrivacyController(Privacy privacy, People people) {
        this.privacy = privacy;
        this.people = people;
    }

    @GetMapping("/account/security/data")
    String page(Viewer viewer, Model model) {
        return show(viewer, null, model);
    }

    @GetMapping("/account/security/data.zip")
    ResponseEntity<StreamingResponseBody> export(Viewer viewer) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("your-data.zip")
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(out -> privacy.export(viewer, out));
    }

    @PostMapping("/account/security/erasure")
    String erase(
            @RequestParam(defaultValue = "") String sure,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String problem = problem(viewer, sure);
        if (problem != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(viewer, problem, model);
        }
        privacy.erase(viewer, viewer.id());
        request.getSession().invalidate();
        return "redirect:/sign-in?erased";
    }

    @GetMapping("/people/{id}/erasure")
    String pageFor(@PathVariable long id, Model model) {
        return show(find(id), null, model);
    }

    @PostMapping("/people/{id}/erasure")
    String eraseFor(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String sure,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        Viewer person = find(id);
        String problem = problem(person, sure);
        if (problem != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(person, problem, model);
        }
        privacy.erase(person, viewer.id());
        return "redirect:/admin";
    }

    private @Nullable String problem(Viewer person, String sure) {
        if (privacy.isLastAdmin(person)) {
            return "privacy.lastAdmin";
        }
        return sure.strip().equalsIgnoreCase(SURE) ? null : "privacy.sure.wrong";
    }

    private Viewer find(long id) {
        return people.viewer(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(Viewer person, @Nullable String problem, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("counts", privacy.dryRun(person.id()));
        model.addAttribute("problem", problem);
        return "privacy/data";
    }
}
