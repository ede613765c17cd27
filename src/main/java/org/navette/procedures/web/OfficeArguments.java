package org.navette.procedures.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.CurrentAccount;
import org.navette.procedures.Office;
import org.navette.procedures.Offices;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers the {@link Office} of who is signed in; read once a request. */
@Component("procedureOffices")
class OfficeArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String READ = OfficeArguments.class.getName();

    private final Offices offices;

    OfficeArguments(Offices offices) {
        this.offices = offices;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Office.class;
    }

    @Override
    public Office resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(request.getNativeRequest(HttpServletRequest.class))
                .orElseThrow(() -> new AccessDeniedException("nobody of this espace"));
    }

    Optional<Office> of(HttpServletRequest request) {
        if (request.getAttribute(READ) instanceof Office office) {
            return Optional.of(office);
        }
        Optional<Office> office = CurrentAccount.of(request)
                .filter(account -> account.espace().equals(Office.ESPACE))
                .flatMap(offices::of);
        office.ifPresent(found -> request.setAttribute(READ, found));
        return office;
    }
}
