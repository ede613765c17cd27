package org.navette.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Organism;
import org.navette.directory.Organisms;
import org.navette.directory.Supervisor;
import org.navette.engine.Agents;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Says for which organism a supervisor is at work: the one of the address, when they supervise it now. */
@Configuration(proxyBeanMethods = false)
class Supervisors implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final String READ = Supervisors.class.getName();

    private final Agents agents;
    private final Organisms organisms;

    Supervisors(Agents agents, Organisms organisms) {
        this.agents = agents;
        this.organisms = organisms;
    }

    /** The organisms that a person supervises, by name. */
    List<Organism> organisms(String login) {
        Set<String> codes = agents.supervised(login);
        return StreamSupport.stream(organisms.findAllById(codes).spliterator(), false)
                .sorted(Comparator.comparing(Organism::name))
                .toList();
    }

    /**
     * The supervisor at work, read once a request. A page of all organisms is opened for the first of them.
     *
     * @throws ResponseStatusException 403 when the address names an organism that this person does not supervise
     */
    Supervisor of(HttpServletRequest request) {
        if (request.getAttribute(READ) instanceof Supervisor read) {
            return read;
        }
        String login = request.getUserPrincipal().getName();
        Map<?, ?> parts = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Optional<Object> code = Optional.ofNullable(parts.get("organism"));
        Supervisor supervisor = organisms(login).stream()
                .filter(organism -> code.isEmpty() || code.get().equals(organism.code()))
                .findFirst()
                .map(organism -> new Supervisor(login, name(login), organism))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        request.setAttribute(READ, supervisor);
        return supervisor;
    }

    private String name(String login) {
        return agents.find(login)
                .map(person -> person.firstName() + " " + person.lastName())
                .orElse(login);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Supervisor.class;
    }

    @Override
    public Supervisor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(request.getNativeRequest(HttpServletRequest.class));
    }
}
