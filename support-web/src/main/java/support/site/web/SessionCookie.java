package support.site.web;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The session's cookie leaves a browser only over TLS when people reach the desk over TLS. */
@Configuration(proxyBeanMethods = false)
class SessionCookie {
    @Bean
    DefaultCookieSerializerCustomizer secureUnderHttps(
            @Value("${desk.public-url:http://localhost:8080}") URI publicUrl) {
        return cookie -> cookie.setUseSecureCookie("https".equals(publicUrl.getScheme()));
    }
}
