package org.navette.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Who gets at what in the engine: organisms as tenants, rights, passwords, what models and expressions may reach. */
@Component
class EngineDoors extends AbstractCamundaConfiguration {

    private final ApplicationContext context;

    EngineDoors(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setTenantIdProvider(new OrganismTenant());
        engine.setResourceAuthorizationProvider(new NoRowPerTask(context.getBeanProvider(EspaceStart.class)));
        engine.setUserResourceWhitelistPattern("[A-Za-z0-9._@-]{1,64}");
        engine.setGroupResourceWhitelistPattern("[a-z0-9-]{1,64}");
        engine.setPasswordEncryptor(new Argon2Passwords(() -> context.getBean(PasswordEncoder.class)));
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(new TwelveCharacters());
        // its own lock would let anybody shut an agent out, for ever after ten tries; ours is LoginThrottle
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(0);
        engine.setLoginDelayMaxTime(0);
        engine.setExpressionManager(new ExpressionGuard.Manager(context));
        List<org.camunda.bpm.engine.impl.persistence.deploy.Deployer> checks =
                new ArrayList<>(engine.getCustomPreDeployers() == null ? List.of() : engine.getCustomPreDeployers());
        checks.add(new ModelCheck(new ModelVocabulary(context)));
        engine.setCustomPreDeployers(checks);
    }
}
