package support.api.web;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import support.access.Grant;
import support.access.Scope;
import support.catalog.persistence.Apps;
import support.people.Role;
import support.people.Viewer;

/** Who a program acts for, and what it can name in a ticket. */
@RestController
@RequestMapping("/api/v1")
class MeApi {
    /** The owner of the token, and the token. */
    record Me(String name, String email, Role role, String zone, Token token) {}

    /** Without the secret. */
    record Token(String name, List<String> scopes, Instant expiresAt) {}

    record App(String key, String name) {}

    record AppsJson(List<App> apps) {}

    private final Apps apps;

    MeApi(Apps apps) {
        this.apps = apps;
    }

    @GetMapping("/me")
    Me me(Viewer viewer, Grant grant) {
        List<String> scopes = grant.scopes().stream().map(Scope::text).sorted().toList();
        Token token = new Token(grant.name(), scopes, grant.expiresAt());
        return new Me(
                viewer.name(), viewer.email(), viewer.role(), viewer.zone().getId(), token);
    }

    @GetMapping("/apps")
    AppsJson apps() {
        return new AppsJson(apps.active().stream()
                .map(app -> new App(app.key(), app.name()))
                .toList());
    }
}
