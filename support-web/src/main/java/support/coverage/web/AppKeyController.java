package support.coverage.web;

import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import support.audit.Deed;
import support.audit.app.Audit;
import support.catalog.persistence.AppKeys;
import support.catalog.persistence.Apps;
import support.coverage.app.SupportLinks;
import support.people.Viewer;

/** The keys with which an app signs its links; several at a time, so that one can take over from another. */
@Controller
@RequestMapping("/catalogue/apps/{id}/keys")
class AppKeyController {
    private final Apps apps;
    private final AppKeys keys;
    private final Audit audit;
    private final Clock clock;

    AppKeyController(Apps apps, AppKeys keys, Audit audit, Clock clock) {
        this.apps = apps;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping
    String add(@PathVariable long id, @RequestParam(defaultValue = "") String jwk, Viewer viewer) {
        known(id);
        Optional<JWK> key = SupportLinks.key(jwk);
        if (key.isEmpty() || !keys.add(id, key.get().getKeyID(), key.get().toJSONString(), clock.instant())) {
            return "redirect:/catalogue/apps/" + id + "?nokey";
        }
        record(id, "added", key.get().getKeyID(), viewer);
        return "redirect:/catalogue/apps/" + id;
    }

    @PostMapping("/revocation")
    String revoke(@PathVariable long id, @RequestParam(defaultValue = "") String kid, Viewer viewer) {
        known(id);
        String named = kid.replace("\0", "");
        keys.revoke(id, named, clock.instant());
        record(id, "revoked", named, viewer);
        return "redirect:/catalogue/apps/" + id;
    }

    private void record(long app, String what, String kid, Viewer by) {
        audit.record(Deed.CATALOGUE_CHANGED, by.id(), "app:" + app, Map.of("key " + what, kid));
    }

    private void known(long id) {
        if (apps.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
