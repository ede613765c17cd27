package org.navette.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * The yardstick of the start-up: Camunda's starter for its web applications and a database, nothing else. No configuration class, so that
 * no test of the application finds it.
 */
@EnableAutoConfiguration
public class BareStarter {

    public static void main(String[] args) {
        SpringApplication.run(BareStarter.class, args);
    }
}
