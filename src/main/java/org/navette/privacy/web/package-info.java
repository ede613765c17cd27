/** The pages of the data officer. */
@org.jspecify.annotations.NullMarked
package org.navette.privacy.web;
