package org.navette.accounts;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** How browser sessions are kept in the database. */
@Configuration(proxyBeanMethods = false)
class StoredSessions {

    private static final Logger log = LoggerFactory.getLogger(StoredSessions.class);

    /** Two requests of one browser may store the same new attribute: the later wins instead of failing. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionUpserts() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** What an older version has stored and this one cannot read is as if it were not there: people sign in again. */
    @Bean
    ConversionService springSessionConversionService() {
        var loader = StoredSessions.class.getClassLoader();
        var reader = new DeserializingConverter(loader);
        var conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(byte[].class, Object.class, (Converter<byte[], @Nullable Object>) bytes -> {
            try {
                return reader.convert(bytes);
            } catch (RuntimeException | LinkageError e) {
                log.warn("A session attribute of an older version is discarded: {}", e.toString());
                return null;
            }
        });
        return conversions;
    }
}
