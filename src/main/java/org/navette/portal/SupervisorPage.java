package org.navette.portal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;

/**
 * A controller of pages for supervisors. Its addresses begin with {@link #PATH}, which says for which organism the
 * supervisor is at work; its methods may take a {@link org.navette.directory.Supervisor}.
 */
@Documented
@Controller
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SupervisorPage {

    /** Where the pages of all supervisors begin. */
    String ROOT = "/agents/gestion";

    /** Where the pages of one organism begin. */
    String PATH = ROOT + "/{organism}";
}
