package org.navette.funding;

import java.util.List;
import org.navette.requests.Request;

/** A dossier whose canned answers are kept under one topic. */
abstract class TopicDossier implements AgencyDossier {

    private final Suppliers suppliers;
    private final Topic topic;

    /** @param topic what canned answers are kept under */
    TopicDossier(Suppliers suppliers, Topic topic) {
        this.suppliers = suppliers;
        this.topic = topic;
    }

    @Override
    public List<String> topics(Request request) {
        return List.of("", topic.offer());
    }

    @Override
    public List<Topic> topics(String organism) {
        return organism.equals(suppliers.organism()) ? List.of(topic) : List.of();
    }
}
