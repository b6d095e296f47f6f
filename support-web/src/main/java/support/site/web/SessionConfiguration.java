package support.site.web;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** How sessions are kept: a cookie that leaves a browser only over TLS where the desk is reached over TLS, a row each. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    @Bean
    DefaultCookieSerializerCustomizer secureUnderHttps(
            @Value("${desk.public-url:http://localhost:8080}") URI publicUrl) {
        boolean tls = "https".equals(publicUrl.getScheme());
        return cookie -> {
            cookie.setUseSecureCookie(tls);
            cookie.setCookieName(tls ? "__Host-SESSION" : "SESSION");
        };
    }

    /** Two pages that open at once, just after signing in, both write the session's first attributes: neither may fail. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsWrittenTwiceAtOnce() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Put around what Spring Boot sets up, which it would not where a repository is there already. */
    @Bean
    static BeanPostProcessor sparingSessions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository sessions ? new SparingSessions<>(sessions) : bean;
            }
        };
    }
}
