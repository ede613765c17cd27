/** What the process {@code file-purge} calls. */
@org.jspecify.annotations.NullMarked
package org.navette.files.process;
