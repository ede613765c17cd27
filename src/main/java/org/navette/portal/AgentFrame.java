package org.navette.portal;

import java.util.List;

/**
 * What stands around a page of agents beside its menu; the model's attribute {@code frame}.
 *
 * @param place where they are, as the banner names it
 * @param footer the same at the foot of the page
 * @param person first and last name of who is signed in
 * @param roles what they are there, a line each
 */
public record AgentFrame(String place, String footer, String person, List<String> roles) {}
