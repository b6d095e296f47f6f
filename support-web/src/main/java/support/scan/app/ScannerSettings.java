package support.scan.app;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The daemon of ClamAV that looks at files ({@code DESK_CLAMAV_*}).
 *
 * @param host empty: nobody looks at files
 * @param timeout for a whole file, from connecting to its answer
 */
@ConfigurationProperties("desk.clamav")
record ScannerSettings(
        @DefaultValue("") String host,
        @DefaultValue("3310") int port,
        @DefaultValue("20s") Duration timeout) {}
