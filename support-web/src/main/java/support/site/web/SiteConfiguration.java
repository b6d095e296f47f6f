package support.site.web;

import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Puts the last resort in front of everything, the session filter included, which needs the database itself. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {
    @Bean
    FilterRegistrationBean<LastResort> lastResort(SpringTemplateEngine templates) {
        FilterRegistrationBean<LastResort> filter = new FilterRegistrationBean<>(new LastResort(templates));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ApiErrors> apiErrors(Problems problems) {
        FilterRegistrationBean<ApiErrors> filter = new FilterRegistrationBean<>(new ApiErrors(problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<SessionlessFiles> sessionlessFiles() {
        FilterRegistrationBean<SessionlessFiles> filter = new FilterRegistrationBean<>(new SessionlessFiles());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<SessionOfRequest> sessionOfRequest() {
        FilterRegistrationBean<SessionOfRequest> filter = new FilterRegistrationBean<>(new SessionOfRequest());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<KnownHosts> knownHosts(
            @Value("${desk.public-url:http://localhost:8080}") URI publicUrl,
            @Value("${desk.hosts:}") Set<String> others) {
        FilterRegistrationBean<KnownHosts> filter = new FilterRegistrationBean<>(new KnownHosts(publicUrl, others));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }
}
