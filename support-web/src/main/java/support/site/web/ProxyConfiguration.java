package support.site.web;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Believes what a proxy says of the address of a visitor only when the proxy is one of the desk's own. Nothing else is ever
 * taken from such headers: the desk's name and scheme stand in its settings.
 */
@Configuration(proxyBeanMethods = false)
class ProxyConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxies(
            @Value("${desk.trusted-proxies:}") String proxies) {
        return server -> {
            if (!proxies.isBlank()) {
                RemoteIpValve valve = new RemoteIpValve();
                valve.setInternalProxies(proxies);
                valve.setRemoteIpHeader("X-Forwarded-For");
                valve.setProtocolHeader("X-Forwarded-Proto");
                valve.setHostHeader(null);
                valve.setPortHeader(null);
                server.addEngineValves(valve);
            }
        };
    }
}
