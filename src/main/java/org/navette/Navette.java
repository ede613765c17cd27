package org.navette;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Navette: one application, one database, one process engine. */
@SpringBootApplication
public class Navette {

    public static void main(String[] args) {
        SpringApplication.run(Navette.class, args);
    }
}
