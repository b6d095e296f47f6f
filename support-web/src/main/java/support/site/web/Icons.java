package support.site.web;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Where the icons of the one sprite are. */
@Component("icons")
class Icons {
    private static final String SPRITE = "/img/icons.svg";

    private final ResourceUrlProvider resources;

    Icons(ResourceUrlProvider resources) {
        this.resources = resources;
    }

    public String href(String icon) {
        String address = resources.getForLookupPath(SPRITE);
        return (address == null ? SPRITE : address) + "#" + icon;
    }
}
