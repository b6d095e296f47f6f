package support.mail.app;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds {@code DESK_SMTP_*}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailServer.class)
class MailConfiguration {}
