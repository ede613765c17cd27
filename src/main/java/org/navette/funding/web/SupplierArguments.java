package org.navette.funding.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.CurrentAccount;
import org.navette.funding.Supplier;
import org.navette.funding.Suppliers;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers the {@link Supplier} of who is signed in; read once a request. */
@Component
class SupplierArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String READ = SupplierArguments.class.getName();

    private final Suppliers suppliers;

    SupplierArguments(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Supplier.class;
    }

    @Override
    public Supplier resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(request.getNativeRequest(HttpServletRequest.class))
                .orElseThrow(() -> new AccessDeniedException("nobody of this espace"));
    }

    /** Empty on a page that everyone may read, when nobody is signed in. */
    Optional<Supplier> of(HttpServletRequest request) {
        if (request.getAttribute(READ) instanceof Supplier supplier) {
            return Optional.of(supplier);
        }
        Optional<Supplier> supplier = CurrentAccount.of(request)
                .filter(account -> account.espace().equals(Supplier.ESPACE))
                .flatMap(account -> suppliers.ofAccount(account.id()));
        supplier.ifPresent(found -> request.setAttribute(READ, found));
        return supplier;
    }
}
