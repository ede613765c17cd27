package org.navette.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration.JobConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

@NavetteTest
@DisplayName("The engine is set as measured and closed")
class EngineSettingsTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    IdentityService identity;

    @Autowired
    Identity people;

    @Test
    @DisplayName("COMM-19 the job executor has the pool, the queue and the times of the measures")
    void jobs() {
        // the executor is off in tests: made as the starter makes it, from the same settings
        var settings = application.getBean(CamundaBpmProperties.class);
        var pool = (ThreadPoolTaskExecutor) JobConfiguration.camundaTaskExecutor(settings);
        var executor = JobConfiguration.jobExecutor(pool, settings);
        assertThat(executor.getMaxJobsPerAcquisition()).isEqualTo(50);
        assertThat(executor.getWaitTimeInMillis()).isEqualTo(1_000);
        assertThat(executor.getMaxWait()).isEqualTo(5_000);
        assertThat(executor.getLockTimeInMillis()).isEqualTo(60_000);
        assertThat(executor.getBackoffTimeInMillis()).isEqualTo(25);
        assertThat(executor.getMaxBackoff()).isEqualTo(400);
        assertThat(settings.getDefaultNumberOfRetries()).isEqualTo(1);
        assertThat(pool.getCorePoolSize()).isEqualTo(4);
        assertThat(pool.getMaxPoolSize()).isEqualTo(4);
        assertThat(pool.getQueueCapacity()).isEqualTo(50);
    }

    @Test
    @DisplayName("COMM-19 doors that the engine leaves open are closed")
    void closed() {
        assertThat(engine.isAuthorizationEnabled()).isTrue();
        assertThat(engine.isTenantCheckEnabled()).isTrue();
        assertThat(engine.isEnableXxeProcessing()).isFalse();
        assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(engine.isCmmnEnabled()).isFalse();
        assertThat(engine.isStandaloneTasksEnabled()).isFalse();
        assertThat(engine.getAuthorizationCheckRevokes())
                .isEqualTo(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        assertThat(engine.getHistoryLevel()).isEqualTo(HistoryLevel.HISTORY_LEVEL_ACTIVITY);
        assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(2_000);
        assertThat(engine.getDatabaseSchemaUpdate()).isEqualTo("false");
        assertThat(engine.getHistoryCleanupStrategy())
                .isEqualTo(ProcessEngineConfigurationImpl.HISTORY_CLEANUP_STRATEGY_REMOVAL_TIME_BASED);
        assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
        assertThat(engine.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
    }

    @Test
    @DisplayName("COMM-19 a connection that is silent is given up")
    void connections() throws Exception {
        var pool = application.getBean(javax.sql.DataSource.class).unwrap(HikariDataSource.class);
        assertThat(pool.getConnectionTimeout()).isBetween(5_000L, 10_000L);
        assertThat(pool.getKeepaliveTime()).isBetween(30_000L, 60_000L);
        assertThat(pool.getMaxLifetime()).isBetween(600_000L, 900_000L);
        assertThat(pool.getDataSourceProperties())
                .containsEntry("socketTimeout", "30")
                .containsEntry("connectTimeout", "5")
                .containsEntry("loginTimeout", "10")
                .containsEntry("tcpKeepAlive", "true");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("30s");
        assertThat(setting("lock_timeout")).isEqualTo("10s");
        assertThat(setting("statement_timeout")).isEqualTo("1min");
    }

    private String setting(String name) {
        return jdbc.queryForObject("select current_setting(?)", String.class, name);
    }

    @Test
    @DisplayName("COMM-19 passwords are kept by Argon2id")
    void passwords() {
        people.ensure(new IdentityData(
                List.of(),
                List.of(new IdentityData.User("test.argon", "A", "B", null, "une phrase assez longue", List.of()))));
        assertThat(jdbc.queryForObject("select pwd_ from act_id_user where id_ = 'test.argon'", String.class))
                .startsWith("{argon2id}$argon2id$");
        assertThat(identity.checkPassword("test.argon", "une phrase assez longue"))
                .isTrue();
        assertThat(identity.checkPassword("test.argon", "une autre phrase")).isFalse();
    }

    @Test
    @DisplayName("COMM-11 people and rights set a second time change nothing; a changed password stays")
    void idempotent() {
        var data = new IdentityData(
                List.of(new IdentityData.Organism("903", "CPAM DEUX FOIS")),
                List.of(new IdentityData.User(
                        "test.twice", "A", "B", null, "une phrase assez longue", List.of("903-agent"))));
        people.ensure(data);
        var user = identity.createUserQuery().userId("test.twice").singleResult();
        user.setPassword("une tout autre phrase");
        identity.saveUser(user);
        List<Map<String, Object>> before = rows();
        people.ensure(data);
        assertThat(rows()).isEqualTo(before);
        assertThat(identity.checkPassword("test.twice", "une tout autre phrase"))
                .isTrue();
    }

    private List<Map<String, Object>> rows() {
        return jdbc.queryForList(
                """
                select 'right', group_id_, resource_type_::text, resource_id_, perms_::text, rev_::text from act_ru_authorization
                union all select 'member', user_id_, group_id_, '', '', '' from act_id_membership
                union all select 'tenant', user_id_, tenant_id_, '', '', '' from act_id_tenant_member
                union all select 'group', id_, name_, type_, '', rev_::text from act_id_group
                order by 1, 2, 3, 4""");
    }

    @Test
    @DisplayName("COMM-19 no row of rights is written per task")
    void noRowPerTask() {
        assertThat(jdbc.queryForObject(
                        "select count(*) from act_ru_authorization where resource_type_ = ?",
                        Long.class,
                        Resources.TASK.resourceType()))
                // the administrators' own
                .isOne();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("COMM-19 an expression reaches no class, no service of the engine and no bean that is not for models")
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${''['class']}",
                "${now().getClass().forName('java.lang.Runtime')}",
                "${dataSource}",
                "${jdbcTemplate.toString()}",
                "${processEngine.getRepositoryService()}",
                "${''.bytes.class}"
            })
    void expressions(String text) {
        assertThatThrownBy(() -> engine.getCommandExecutorTxRequired().execute(context -> engine.getExpressionManager()
                        .createExpression(text)
                        .getValue(emptyScope())))
                .isInstanceOf(org.camunda.bpm.engine.ProcessEngineException.class);
    }

    @Test
    @DisplayName("COMM-19 an expression reaches dates and the beans meant for models")
    void allowedExpressions() {
        for (String text : List.of(
                "${now().before(now())}",
                "${dateTime().plusDays(2).toDate()}",
                "${deadlines.inDays(2)}",
                "${'a'.length()}")) {
            assertThat(engine.getCommandExecutorTxRequired().<Object>execute(context -> engine.getExpressionManager()
                            .createExpression(text)
                            .getValue(emptyScope())))
                    .as(text)
                    .isNotNull();
        }
    }

    private static org.camunda.bpm.engine.delegate.VariableScope emptyScope() {
        return org.camunda.bpm.engine.impl.el.StartProcessVariableScope.getSharedInstance();
    }
}
