/** The pages around signing in and the security chain of each espace. */
@org.jspecify.annotations.NullMarked
package org.navette.accounts.web;
