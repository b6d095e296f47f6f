package support.site.web;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Whoever reaches the management port, which is off unless set, may ask whether the desk is up. */
@Configuration(proxyBeanMethods = false)
class HealthForAll {
    @Bean
    @Order(0)
    SecurityFilterChain health(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.to("health"))
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .build();
    }
}
