package support.site.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import support.people.Role;
import support.people.Viewer;

/** Where somebody can go from every page. Public, so that what the template says of it can be compiled. */
public record Menu(List<Link> links) {
    /**
     * @param words the key of its name
     * @param here whether the page is the one that is shown
     */
    public record Link(String path, String words, boolean here) {}

    private static final Map<Role, Menu> PLACES = Stream.of(Role.values())
            .filter(Role::staff)
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Menu::allPlaces));

    /** Of the page at a path; of a visitor when there is no viewer. */
    static Menu of(@Nullable Viewer viewer, String path) {
        Builder menu = new Builder(path);
        if (viewer == null) {
            menu.add("/policy", "policy.title");
        } else if (viewer.staff()) {
            desk(viewer.role(), menu);
        } else {
            customer(viewer.activePartner(), menu);
        }
        return new Menu(List.copyOf(menu.links));
    }

    /** Of somebody of the desk: every page that begins something, whether or not the frame has room for it. */
    public static Menu places(Role role) {
        return PLACES.getOrDefault(role, new Menu(List.of()));
    }

    private static Menu allPlaces(Role role) {
        Builder menu = new Builder("");
        desk(role, menu);
        menu.add("/mentions", "mentions.title");
        if (role.leads()) {
            menu.add("/team/waiting", "team.waiting");
            menu.add("/report/coverage", "coverageReport.title");
            menu.add("/scope", "scopeTerms.title");
            menu.add("/news", "news.title");
            menu.add("/materials", "materials.title");
            menu.add("/courses", "courses.title");
            menu.add("/campaigns", "campaigns.title");
        }
        if (role == Role.ADMIN) {
            menu.add("/catalogue", "catalogue.title");
            menu.add("/licences", "licences.title");
            menu.add("/outbox", "outbox.title");
            menu.add("/audit", "audit.title");
        } else {
            menu.add("/organisations", "organisations.title");
        }
        if (role.answers()) {
            menu.add("/account/absences", "absence.title");
        }
        menu.add("/account", "account.title");
        menu.add("/account/security", "account.security");
        menu.add("/account/keys", "keys.title");
        return new Menu(List.copyOf(menu.links));
    }

    private static void customer(boolean partner, Builder menu) {
        menu.add("/tickets", "list.title");
        if (partner) {
            menu.add("/lane", "lane.FAST_LANE");
            menu.add("/space", "space.title");
        }
        menu.add("/tickets/new", "raise.title");
        menu.add("/search", "search.title");
        menu.add("/topics", "topic.title");
        menu.add("/organisation", "organisation.title");
        if (!partner) { // partners have more to go to, and find it at the foot of each page
            menu.add("/policy", "policy.title");
        }
    }

    private static void desk(Role role, Builder menu) {
        menu.add("/queue", "queue.title");
        menu.add("/search", "search.title");
        menu.add("/topics", "topic.title");
        if (role.leads()) {
            menu.add("/team", "team.title");
            menu.add("/report", "report.title");
            menu.add("/terms", "terms.title");
            menu.add("/partners", "partners.title");
        }
        if (role == Role.ADMIN) {
            menu.add("/people", "people.title");
            menu.add("/organisations", "organisations.title");
            menu.add("/admin", "admin.title");
        }
        menu.add("/policy", "policy.title");
    }

    private record Builder(String path, List<Link> links) {
        Builder(String path) {
            this(path, new ArrayList<>());
        }

        void add(String path, String words) {
            links.add(new Link(path, words, path.equals(this.path)));
        }
    }
}
