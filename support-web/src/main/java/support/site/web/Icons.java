package support.site.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Where the icons of the one sprite are. */
@Component("icons")
class Icons {
    private static final String SPRITE = "/img/icons.svg";

    private final ResourceUrlProvider resources;
    private volatile @Nullable String sprite;

    Icons(ResourceUrlProvider resources) {
        this.resources = resources;
    }

    public String href(String icon) {
        return sprite() + "#" + icon;
    }

    /** The address tells the version of the file, which stays the same while the desk runs. */
    private String sprite() {
        String known = sprite;
        if (known == null) {
            known = Objects.requireNonNullElse(resources.getForLookupPath(SPRITE), SPRITE);
            sprite = known;
        }
        return known;
    }
}
