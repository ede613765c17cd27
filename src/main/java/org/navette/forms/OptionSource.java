package org.navette.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a field's choices come from: the page, when {@code key} is set; else an expression; else the form itself.
 *
 * @param values written in the form
 * @param key name under which the page passes them ({@code valuesKey})
 * @param expression FEEL without the equals sign ({@code valuesExpression})
 */
record OptionSource(List<Option> values, @Nullable String key, @Nullable String expression) {}
