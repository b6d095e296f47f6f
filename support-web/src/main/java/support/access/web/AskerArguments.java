package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import support.access.Grant;
import support.people.Viewer;

/**
 * Lets a controller say who is asking: {@code Viewer viewer} on pages, {@code Grant grant} for what a token allows on the
 * API. Null for a visitor of a public page.
 */
@Component
class AskerArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private static final Map<Class<?>, Function<HttpServletRequest, Optional<?>>> ASKERS =
            Map.of(Viewer.class, ViewerFilter::viewer, Grant.class, TokenFilter::grant);

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return ASKERS.containsKey(parameter.getParameterType());
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        return http == null
                ? null
                : Objects.requireNonNull(ASKERS.get(parameter.getParameterType()))
                        .apply(http)
                        .orElse(null);
    }
}
