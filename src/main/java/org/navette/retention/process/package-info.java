/** The steps of the espaces' retention processes. */
@org.jspecify.annotations.NullMarked
package org.navette.retention.process;
