/** What the models of {@code processes/providers} call in Java. */
@org.jspecify.annotations.NullMarked
package org.navette.providers.process;
