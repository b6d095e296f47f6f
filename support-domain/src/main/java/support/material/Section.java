package support.material;

import java.util.Arrays;
import java.util.List;

/** What a material is for. Of an app each but the first; in courses the first alone. */
public enum Section {
    COURSE,
    RELEASE_NOTES,
    COMPATIBILITY,
    SALES,
    TECHNICAL;

    /** Those of apps. */
    public static List<Section> ofApps() {
        return Arrays.stream(values()).filter(one -> one != COURSE).toList();
    }
}
