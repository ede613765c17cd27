package org.navette.engine;

import camundajar.impl.scala.Product;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * What a FEEL expression is made of.
 *
 * @param kinds the interpreter's names of its parts, such as {@code Equal} and {@code ConstString}
 * @param functions the functions it calls
 * @param names the variables it reads; also its own, when it binds some
 */
public record FeelShape(Set<String> kinds, Set<String> functions, Set<String> names) {

    private static final Set<String> BINDING =
            Set.of("For", "SomeItem", "EveryItem", "FunctionDefinition", "ConstContext", "Filter");

    static FeelShape of(ParsedExpression expression) {
        var shape = new FeelShape(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        shape.read(expression.expression());
        return shape;
    }

    /** True when it gives names to values of its own, so that its names are not all variables from outside. */
    public boolean binds() {
        return kinds.stream().anyMatch(BINDING::contains);
    }

    private void read(Object part) {
        if (!(part instanceof Product product)) {
            return;
        }
        if (part.getClass().getPackageName().equals("org.camunda.feel.syntaxtree")) {
            String kind = part.getClass().getSimpleName().replace("$", "");
            kinds.add(kind);
            if (kind.equals("FunctionInvocation")) {
                functions.add(String.valueOf(product.productElement(0)));
            } else if (kind.equals("Ref")) {
                names.add(String.valueOf(
                        ((org.camunda.feel.syntaxtree.Ref) part).names().head()));
            }
        }
        for (int i = 0; i < product.productArity(); i++) {
            read(product.productElement(i));
        }
    }
}
