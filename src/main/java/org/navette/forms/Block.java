package org.navette.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers that stand together in the form.
 *
 * @param label the group's label, null for fields outside any labelled group
 * @param lines the answers, in the form's order; never empty
 */
public record Block(@Nullable String label, List<Line> lines) {}
