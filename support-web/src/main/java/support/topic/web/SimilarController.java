package support.topic.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;
import support.site.web.Typed;

/** What is known already of what somebody is typing. */
@Controller
class SimilarController {
    private final SimilarTopics similar;

    SimilarController(SimilarTopics similar) {
        this.similar = similar;
    }

    @GetMapping("/topics/similar")
    String similar(
            @RequestParam(defaultValue = "") String app,
            @RequestParam(defaultValue = "") String summary,
            Viewer viewer,
            Model model) {
        long of = Typed.number(app);
        model.addAttribute("similar", similar.to(summary, of < 0 ? null : of, viewer));
        return "topic/part/similar :: similar";
    }
}
