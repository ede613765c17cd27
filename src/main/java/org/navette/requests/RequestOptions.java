package org.navette.requests;

import java.util.List;
import java.util.Map;
import org.navette.forms.AgentOptions;
import org.navette.forms.Option;
import org.springframework.stereotype.Component;

/** The choices that agents' forms take from the request: asked of its espace. */
@Component
class RequestOptions implements AgentOptions {

    private final Requests requests;
    private final List<DossierSource> sources;

    RequestOptions(Requests requests, List<DossierSource> sources) {
        this.requests = requests;
        this.sources = sources;
    }

    @Override
    public Map<String, List<Option>> of(String businessKey) {
        return requests.find(businessKey)
                .flatMap(request -> sources.stream()
                        .filter(source -> source.espace().equals(request.scope().espace()))
                        .findFirst()
                        .map(source -> source.options(request)))
                .orElse(Map.of());
    }
}
