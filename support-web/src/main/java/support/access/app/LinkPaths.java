package support.access.app;

import support.access.LinkPurpose;

/** Which page a link leads to; the secret follows. */
public final class LinkPaths {
    private LinkPaths() {}

    public static String of(LinkPurpose purpose) {
        return switch (purpose) {
            case REGISTRATION -> "/register/";
            case INVITATION -> "/invitation/";
            case PASSWORD -> "/password/";
            case SIGN_IN -> "/sign-in/link/";
            case ADDRESS -> "/address/";
            case FIRST_ADMIN -> "/first-run/";
            case RECOVERY -> "/recovery/";
            case CONSENT -> "/consent/";
        };
    }
}
