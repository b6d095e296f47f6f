package support.access.app;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** How the desk talks to the provider: it waits for seconds only, and goes nowhere else than it was told to. */
@Component
@Conditional(SingleSignOnGiven.class)
class ProviderHttp {
    private static final Duration CONNECT = Duration.ofSeconds(4);
    private static final Duration READ = Duration.ofSeconds(8);

    private final JdkClientHttpRequestFactory requests;

    ProviderHttp() {
        requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(READ);
    }

    RestClient client() {
        return RestClient.builder().requestFactory(requests).build();
    }

    /** For the place where codes are redeemed. */
    RestClient tokenClient() {
        return RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    /** For keys. */
    RestTemplate template() {
        return new RestTemplate(requests);
    }

    /** For what the provider knows of a person. */
    RestTemplate userInfoTemplate() {
        RestTemplate template = template();
        template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        return template;
    }
}
