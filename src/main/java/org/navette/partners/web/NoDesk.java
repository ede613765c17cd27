package org.navette.partners.web;

/** A page that needs an organism was asked for before one was chosen. */
class NoDesk extends RuntimeException {}
