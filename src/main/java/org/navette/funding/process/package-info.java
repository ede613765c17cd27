/** What the models of {@code processes/funding} call in Java. */
@org.jspecify.annotations.NullMarked
package org.navette.funding.process;
