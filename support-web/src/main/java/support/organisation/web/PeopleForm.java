package support.organisation.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import support.organisation.persistence.Directory;
import support.people.PersonState;
import support.people.Role;

/** The filters of the list of people as they stand in the address; what is missing filters nothing. */
record PeopleForm(
        @Nullable String search,
        @Nullable Role role,
        @Nullable PersonState state,
        @Nullable Long after) {

    Directory.Filter filter() {
        return new Directory.Filter(words(), role, state);
    }

    public String words() {
        return search == null ? "" : search;
    }

    public boolean isFiltered() {
        return !words().isBlank() || role != null || state != null;
    }

    /** The address of the page that starts after a person. */
    String pageAfter(long person) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/people").queryParam("search", "{search}");
        if (role != null) {
            address.queryParam("role", role);
        }
        if (state != null) {
            address.queryParam("state", state);
        }
        return address.queryParam("after", person)
                .encode()
                .buildAndExpand(words())
                .toUriString();
    }
}
