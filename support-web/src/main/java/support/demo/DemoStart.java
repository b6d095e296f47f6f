package support.demo;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import support.database.LocalPostgres;

/** Fills an empty desk when it starts, or takes the demo out again, as {@link DemoSettings} say; before anybody asks for an admin. */
@Order(0)
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoSettings.class)
class DemoStart implements ApplicationRunner {
    private final DemoSettings settings;
    private final DemoDesk desk;
    private final boolean embeddedDatabase;

    DemoStart(DemoSettings settings, DemoDesk desk, ObjectProvider<LocalPostgres> embedded) {
        this.settings = settings;
        this.desk = desk;
        this.embeddedDatabase = embedded.getIfAvailable() != null;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.remove()) {
            desk.remove();
        } else if (settings.fills(embeddedDatabase)) {
            desk.fill(settings);
        }
    }
}
