/** The agents' sign-in and what is open of the engine's web applications and REST interface. */
@org.jspecify.annotations.NullMarked
package org.navette.engine.web;
