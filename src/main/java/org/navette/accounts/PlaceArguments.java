package org.navette.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives the controllers of an espace, as an argument, the place that who is signed in has there: what everything they see
 * and do is scoped to. Read once a request. A bean of the espace extends it.
 *
 * @param <T> the type of the argument, which one espace only has
 */
public abstract class PlaceArguments<T> implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final String espace;
    private final Class<T> type;
    private final String read;

    /** @param espace the espace's code: accounts of others have no place in it */
    protected PlaceArguments(String espace, Class<T> type) {
        this.espace = espace;
        this.type = type;
        this.read = getClass().getName();
    }

    /** The place of an account of this espace; empty when it has none, or none yet. */
    protected abstract Optional<T> place(Account account, HttpServletRequest request);

    /** What a controller that needs a place throws without one: access is denied, unless the espace knows better. */
    protected RuntimeException missing() {
        return new AccessDeniedException("nobody of this espace");
    }

    /** The place of who is signed in; empty without one, as on a page that everyone may read. */
    public final Optional<T> of(HttpServletRequest request) {
        if (request.getAttribute(read) != null) {
            return Optional.of(type.cast(request.getAttribute(read)));
        }
        Optional<T> place = CurrentAccount.of(request)
                .filter(account -> account.espace().equals(espace))
                .flatMap(account -> place(account, request));
        place.ifPresent(found -> request.setAttribute(read, found));
        return place;
    }

    /** The espace's code. */
    public final String espace() {
        return espace;
    }

    @Override
    public final void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public final boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == type;
    }

    @Override
    public final T resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(request.getNativeRequest(HttpServletRequest.class)).orElseThrow(this::missing);
    }
}
