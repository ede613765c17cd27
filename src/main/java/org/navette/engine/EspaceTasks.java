package org.navette.engine;

/**
 * The tasks of one espace as a list in Tasklist; one bean per espace.
 *
 * @param title the list's name
 * @param description what it holds
 * @param process id of the process whose tasks they are
 * @param position among the lists, behind those that hold tasks of all espaces
 */
public record EspaceTasks(String title, String description, String process, int position) {}
