package support.sla.app;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import support.sla.Terms;

/** The calendar and the policy that are in force: version 1 of each, as docs/sla.md states them. */
@Configuration(proxyBeanMethods = false)
class TermsConfiguration {
    @Bean
    Terms terms() {
        return Terms.standard();
    }
}
