package org.navette.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.forms.FormsFixture.check;
import static org.navette.forms.FormsFixture.form;
import static org.navette.forms.FormsFixture.problems;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A hidden field")
class VisibilityTest {

    private static final Form CHAIN = form(
            "{'type':'textfield','key':'d','conditional':{'hide':'=c != \\\"yes\\\"'},'validate':{'required':true}}",
            "{'type':'textfield','key':'c','conditional':{'hide':'=b != \\\"yes\\\"'},'validate':{'required':true}}",
            "{'type':'textfield','key':'b','conditional':{'hide':'=a != \\\"yes\\\"'},'validate':{'required':true}}",
            "{'type':'textfield','key':'a','validate':{'required':true}}");

    @Test
    @DisplayName("is neither asked for nor stored")
    void removed() {
        assertThat(check(CHAIN, Map.of("a", "no", "b", "x"))).isEqualTo(Map.of("a", "no"));
        assertThat(problems(CHAIN, Map.of("a", "yes"), Map.of())).containsOnlyKeys("b");
    }

    @Test
    @DisplayName("counts as null for the conditions that depend on it, through a whole chain")
    void chain() {
        Map<String, String> allYes = Map.of("a", "yes", "b", "yes", "c", "yes", "d", "fin");

        assertThat(check(CHAIN, allYes)).isEqualTo(allYes);
        assertThat(check(CHAIN, Map.of("a", "no", "b", "yes", "c", "yes", "d", "fin")))
                .isEqualTo(Map.of("a", "no"));
    }

    @Test
    @DisplayName("that would show another one when null does show it")
    void shownByHiding() {
        Form form = form(
                "{'type':'textfield','key':'c','conditional':{'hide':'=b = \\\"x\\\"'}}",
                "{'type':'textfield','key':'b','conditional':{'hide':'=a != \\\"yes\\\"'}}",
                "{'type':'textfield','key':'a'}");

        assertThat(check(form, Map.of("a", "no", "b", "x", "c", "kept"))).isEqualTo(Map.of("a", "no", "c", "kept"));
        assertThat(check(form, Map.of("a", "yes", "b", "x", "c", "gone"))).isEqualTo(Map.of("a", "yes", "b", "x"));
    }

    @Test
    @DisplayName("takes wrong types, unknown options and enormous texts with it")
    void wrongButHidden() {
        Form form = form(
                "{'type':'checkbox','key':'on'}",
                "{'type':'group','conditional':{'hide':'=not(on)'},'components':["
                        + "{'type':'select','key':'s','values':[]},{'type':'textfield','key':'t'},"
                        + "{'type':'group','components':[{'type':'number','key':'n','validate':{'required':true}}]}]}");
        Map<String, Object> wrong = Map.of("s", List.of(1), "t", "\u0000", "n", "abc");

        assertThat(check(form, wrong)).isEqualTo(Map.of("on", false));
        assertThat(problems(form, Map.of("on", true, "s", 1, "t", 2, "n", "abc"), Map.of()))
                .containsOnlyKeys("s", "t", "n");
    }

    @Test
    @DisplayName("is hidden as in the browser for shown fields without answer: empty text, empty list, box not ticked")
    void emptyValues() {
        Form form = form(
                "{'type':'textfield','key':'t'}",
                "{'type':'checklist','key':'l','values':[]}",
                "{'type':'checkbox','key':'b'}",
                "{'type':'number','key':'n'}",
                "{'type':'textfield','key':'byText','conditional':{'hide':'=t = \\\"\\\"'}}",
                "{'type':'textfield','key':'byList','conditional':{'hide':'=l = null'}}",
                "{'type':'textfield','key':'byBox','conditional':{'hide':'=b = false'}}",
                "{'type':'textfield','key':'byNumber','conditional':{'hide':'=n = null'}}");

        assertThat(check(form, Map.of("byText", "1", "byList", "2", "byBox", "3", "byNumber", "4")))
                .isEqualTo(Map.of("b", false, "byList", "2"));
    }

    @Test
    @DisplayName("is hidden by a condition that comes to null, as in form-js, but not by one that makes no sense")
    void nullCondition() {
        Form form = form(
                "{'type':'select','key':'s','values':[]}",
                "{'type':'textfield','key':'x','conditional':{'hide':'=list contains(s, \\\"a\\\")'}}",
                "{'type':'textfield','key':'y','conditional':{'hide':'=((('}}",
                "{'type':'textfield','key':'z','conditional':{'hide':''}}");

        assertThat(check(form, Map.of("x", "1", "y", "2", "z", "3"))).isEqualTo(Map.of("y", "2", "z", "3"));
    }

    @Test
    @DisplayName("in a circle of conditions ends all the same")
    void circle() {
        Form form = form(
                "{'type':'textfield','key':'a','conditional':{'hide':'=b = \\\"x\\\"'}}",
                "{'type':'textfield','key':'b','conditional':{'hide':'=a != \\\"x\\\"'}}");

        assertThat(check(form, Map.of("a", "x", "b", "x")).keySet()).isSubsetOf("a", "b");
    }

    @Test
    @DisplayName("can share its key with a shown one, whose rules hold")
    void twins() {
        Form form = form(
                "{'type':'checkbox','key':'long'}",
                "{'type':'textfield','key':'x','label':'Court','conditional':{'hide':'=long'},'validate':{'maxLength':3}}",
                "{'type':'textarea','key':'x','label':'Long','conditional':{'hide':'=not(long)'}}");

        assertThat(check(form, Map.of("long", true, "x", "abcdef"))).containsEntry("x", "abcdef");
        assertThat(problems(form, Map.of("long", false, "x", "abcdef"), Map.of()))
                .containsOnlyKeys("x");
        assertThat(FormsFixture.FORMS
                        .layout(form, Map.of("long", true, "x", "abcdef"), Map.of())
                        .get(0)
                        .lines())
                .extracting(Line::label)
                .containsExactly("long", "Long");
    }

    @Test
    @DisplayName("and a read-only or disabled one ignore what is sent")
    void locked() {
        Form form = form(
                "{'type':'textfield','key':'a','readonly':true,'validate':{'required':true}}",
                "{'type':'textfield','key':'b','disabled':true}",
                "{'type':'textfield','key':'c','readonly':'=locked'}",
                "{'type':'checkbox','key':'locked'}");

        assertThat(check(form, Map.of("a", "1", "b", "2", "c", "3", "locked", true)))
                .isEqualTo(Map.of("locked", true));
        assertThat(check(form, Map.of("a", "1", "b", "2", "c", "3"))).isEqualTo(Map.of("c", "3", "locked", false));
    }

    @Test
    @DisplayName("or an unknown one is dropped without a word")
    void unknown() {
        Form form = form("{'type':'textfield','key':'x'}", "{'type':'text','text':'Bonjour'}");

        assertThat(check(form, Map.of("x", "1", "admin", true, "status", Map.of("a", "b"))))
                .isEqualTo(Map.of("x", "1"));
    }
}
