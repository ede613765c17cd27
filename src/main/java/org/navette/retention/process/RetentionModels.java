package org.navette.retention.process;

import java.util.Set;
import org.navette.engine.ModelWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams of retention may name. */
@Configuration(proxyBeanMethods = false)
class RetentionModels {

    @Bean
    ModelWords retentionWords() {
        return new ModelWords(ModelWords.OF_NO_ESPACE, Set.of(), Set.of(), Set.of(RetentionStep.MORE));
    }
}
