package org.navette.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Random answers")
class RandomAnswersTest {

    private static final int ROUNDS = 300;
    private static final Form EVERYTHING = FormsFixture.form(
            "{'type':'textfield','key':'a','properties':{'transform':'capitalize'},'validate':{'pattern':'^(a|b)*$'}}",
            "{'type':'textarea','key':'b','validate':{'required':true,'minLength':2}}",
            "{'type':'number','key':'c','decimalDigits':2,'increment':3,'validate':{'min':'=c2','max':10}}",
            "{'type':'checklist','key':'d','valuesExpression':'=e','conditional':{'hide':'=b = a'}}",
            "{'type':'taglist','key':'e','values':[{'value':'x'},{'value':1}],'conditional':{'hide':'=list contains(d, a)'}}",
            "{'type':'datetime','subtype':'date','key':'f','properties':{'max':'today'}}",
            "{'type':'datetime','subtype':'time','key':'g'}",
            "{'type':'datetime','subtype':'datetime','key':'h','properties':{'min':'1900-01-01'}}",
            "{'type':'checkbox','key':'i','validate':{'required':true}}",
            "{'type':'radio','key':'j','valuesKey':'reasons','readonly':'=i'}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "everything",
                "partners.contact",
                "partners.difficulty",
                "partners.appointment",
                "partners.case-review",
                "partners.document",
                "procedures.head-office",
                "procedures.establishment",
                "procedures.legal-representative",
                "procedures.technical-representative",
                "procedures.commitments",
                "procedure-request.instruct"
            })
    @DisplayName(
            "are either accepted or refused with French messages beside the form's own fields, and can be laid out")
    void neverAnythingElse(String id) {
        Form form = id.equals("everything") ? EVERYTHING : FormsFixture.shipped(id);
        List<String> keys =
                new ArrayList<>(form.fields().stream().map(Field::key).toList());
        Random random = new Random(id.hashCode());
        Map<String, List<Option>> options = Map.of("reasons", List.of(new Option("x", "X")));
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Object> raw = new HashMap<>();
            keys.forEach(key -> raw.put(key, value(random, 0)));
            raw.put(text(random), value(random, 0));
            try {
                assertThat(keys)
                        .containsAll(
                                FormsFixture.FORMS.check(form, raw, options).keySet());
            } catch (InvalidAnswers e) {
                assertThat(keys).containsAll(e.messages().keySet());
                assertThat(e.messages().values()).allSatisfy(messages -> assertThat(messages)
                        .isNotEmpty()
                        .allSatisfy(message -> assertThat(message).endsWith(".").doesNotContain("forms.", "{0")));
            }
            raw.values().removeIf(value -> value == null);
            FormsFixture.FORMS.layout(form, raw, options);
        }
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 9 : 13)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> Double.longBitsToDouble(random.nextLong());
            case 4 -> new BigDecimal(BigInteger.valueOf(random.nextLong()), random.nextInt());
            case 5 -> new BigInteger(random.nextInt(2_000), random);
            case 6 ->
                List.of("x", "1", "medical-mission", "phone", "care-renunciation")
                        .get(random.nextInt(5));
            case 7 ->
                "%04d-%02d-%02dT%02d:%02d"
                        .formatted(
                                random.nextInt(10_000),
                                random.nextInt(14),
                                random.nextInt(33),
                                random.nextInt(26),
                                random.nextInt(62))
                        .substring(0, random.nextInt(17));
            case 8 -> text(random);
            case 9 -> deep(random.nextInt(2_000));
            case 10 -> Map.of(text(random), "x");
            default -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth + 1));
                }
                yield list;
            }
        };
    }

    private static Object deep(int levels) {
        Object value = "x";
        for (int i = 0; i < levels; i++) {
            value = Collections.singletonList(value);
        }
        return value;
    }

    private static String text(Random random) {
        int length = random.nextInt(10) == 0 ? random.nextInt(30_000) : random.nextInt(20);
        int range = random.nextBoolean() ? 0x80 : 0x10000;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(range));
        }
        return text.toString();
    }
}
