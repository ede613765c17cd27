/** Rules, sniffing, storage, download and purge of files. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"engine"})
@org.jspecify.annotations.NullMarked
package org.navette.files;
