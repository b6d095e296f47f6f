package support.topic.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import support.catalog.persistence.Apps;
import support.people.Viewer;
import support.site.web.Typed;
import support.topic.Stage;
import support.topic.Topic;
import support.topic.app.TopicDesk;
import support.topic.persistence.Followers;
import support.topic.persistence.TopicTickets;
import support.topic.persistence.Topics;

/** Known issues and ideas, for everybody who is signed in. */
@Controller
@RequestMapping("/topics")
class TopicController {
    private static final int PAGE = 50;
    private static final int LONGEST_SEARCH = 200;
    private static final int LAST_PAGE = 1000;

    private final Topics topics;
    private final TopicTickets tickets;
    private final Followers followers;
    private final Apps apps;
    private final TopicDesk desk;

    TopicController(Topics topics, TopicTickets tickets, Followers followers, Apps apps, TopicDesk desk) {
        this.topics = topics;
        this.tickets = tickets;
        this.followers = followers;
        this.apps = apps;
        this.desk = desk;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String app,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "1") String page,
            Viewer viewer,
            Model model) {
        Topic.Kind shown = "IDEA".equals(kind) ? Topic.Kind.IDEA : Topic.Kind.KNOWN_ISSUE;
        Long of = Typed.number(app) < 0 ? null : Typed.number(app);
        String wanted = Typed.text(search);
        wanted = wanted.length() > LONGEST_SEARCH ? wanted.substring(0, LONGEST_SEARCH) : wanted;
        int at = (int) Math.clamp(Typed.number(page), 1, LAST_PAGE);
        List<Topics.Line> lines = topics.page(new Topics.Filter(shown, of, wanted), viewer, (at - 1) * PAGE, PAGE + 1);
        model.addAttribute("kind", shown);
        model.addAttribute("app", of);
        model.addAttribute("search", wanted);
        model.addAttribute("page", at);
        model.addAttribute("lines", lines.subList(0, Math.min(PAGE, lines.size())));
        model.addAttribute("more", lines.size() > PAGE);
        model.addAttribute("apps", apps.all());
        return "topic/list";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Viewer viewer, Model model) {
        Topics.Line line = topics.find(id, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("line", line);
        model.addAttribute("topic", line.topic());
        model.addAttribute("stages", Stage.of(line.topic().kind()));
        if (viewer.staff()) {
            model.addAttribute("tickets", tickets.of(id));
        }
        if (viewer.role().leads()) {
            model.addAttribute("weights", followers.weights(id));
        }
        return "topic/one";
    }

    @PostMapping("/{id}/followers")
    String follow(@PathVariable long id, Viewer viewer) {
        known(id, viewer);
        desk.follow(id, viewer);
        return "redirect:/topics/" + id;
    }

    @PostMapping("/{id}/followers/removal")
    String unfollow(@PathVariable long id, Viewer viewer) {
        known(id, viewer);
        desk.unfollow(id, viewer);
        return "redirect:/topics/" + id;
    }

    private void known(long id, Viewer viewer) {
        if (topics.find(id, viewer).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
