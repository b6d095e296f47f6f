package support.access.app;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * The first admin, where the environment says who it is ({@code DESK_BOOTSTRAP_ADMIN_*}); used only while there is none.
 *
 * @param password to be changed by its owner, since the environment is no safe place
 */
@ConfigurationProperties("desk.bootstrap.admin")
record BootstrapAdmin(@Nullable String email, @Nullable String password) {
    boolean isSet() {
        return StringUtils.hasText(email) && StringUtils.hasText(password);
    }
}
