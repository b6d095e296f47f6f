package support.promotion.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import support.people.Viewer;
import support.promotion.app.CodeFile;
import support.promotion.app.PromotionDesk;
import support.promotion.persistence.Campaigns;
import support.promotion.persistence.PromoCodes;
import support.site.web.Typed;

/** Leads bring the codes of a campaign, withdraw some, and take away what became of all. */
@Controller
@RequestMapping("/campaigns/{id}")
class CampaignCodesController {
    private static final long LARGEST = 2_000_000;
    private static final int MOST_MADE = 5_000;
    private static final int LONGEST_REASON = 500;

    private final Campaigns campaigns;
    private final PromoCodes codes;
    private final PromotionDesk desk;

    CampaignCodesController(Campaigns campaigns, PromoCodes codes, PromotionDesk desk) {
        this.campaigns = campaigns;
        this.codes = codes;
        this.desk = desk;
    }

    @PostMapping("/codes")
    String take(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer,
            Model model)
            throws IOException {
        Campaigns.Line line = known(id);
        if (file == null || file.isEmpty() || file.getSize() > LARGEST) {
            return "redirect:/campaigns/" + id + "?nofile";
        }
        CodeFile read = CodeFile.read(new String(file.getBytes(), StandardCharsets.UTF_8));
        model.addAttribute("line", line);
        model.addAttribute("imported", desk.take(id, read, viewer));
        return "promotion/imported";
    }

    @PostMapping("/new-codes")
    String make(@PathVariable long id, @RequestParam(defaultValue = "") String many, Viewer viewer) {
        known(id);
        long wanted = Typed.number(many);
        if (wanted < 1 || wanted > MOST_MADE) {
            return "redirect:/campaigns/" + id + "?nonumber";
        }
        desk.make(id, (int) wanted, viewer);
        return "redirect:/campaigns/" + id + "?made=" + wanted;
    }

    @PostMapping("/withdrawals")
    String withdraw(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<String> code,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        known(id);
        String said = Typed.line(reason);
        List<Long> chosen = code == null
                ? List.of()
                : code.stream().map(Typed::number).filter(one -> one > 0).toList();
        if (chosen.isEmpty() || said.isEmpty() || said.length() > LONGEST_REASON) {
            return "redirect:/campaigns/" + id + "?noreason";
        }
        return "redirect:/campaigns/" + id + "?withdrawn=" + desk.withdraw(id, chosen, said, viewer);
    }

    @GetMapping("/codes.csv")
    void csv(@PathVariable long id, HttpServletResponse response) throws IOException {
        Campaigns.Line line = known(id);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"codes-" + id + ".csv\"");
        CodesCsv csv = new CodesCsv(line, response.getWriter());
        codes.forEach(id, csv::write);
        csv.flush();
    }

    private Campaigns.Line known(long id) {
        return campaigns.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
