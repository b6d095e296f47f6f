package support.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Fills an empty desk when it starts, unless {@code DESK_DEMO_ENABLED=false}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoSettings.class)
class DemoStart implements ApplicationRunner {
    private final DemoSettings settings;
    private final DemoDesk desk;

    DemoStart(DemoSettings settings, DemoDesk desk) {
        this.settings = settings;
        this.desk = desk;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.enabled()) {
            desk.fill(settings);
        }
    }
}
