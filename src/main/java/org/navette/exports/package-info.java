/** Tables as files for spreadsheet programs, written row by row. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Exports",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.navette.exports;
