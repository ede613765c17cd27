/** What the process {@code daily-digest} calls. */
@org.jspecify.annotations.NullMarked
package org.navette.operations.process;
