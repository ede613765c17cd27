package org.navette.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers: up to fifteen digits before the decimal point and ten after it, which browsers keep exactly enough. */
final class NumberAnswers implements Answers {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
    private static final int LONGEST = 60;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 10;

    private final Messages messages;

    NumberAnswers(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Reading read(Field field, Object raw) {
        if (!(raw instanceof Number) && !(raw instanceof String)) {
            return Reading.unusable(messages.text("number.type"));
        }
        String text = String.valueOf(raw);
        if (text.length() > LONGEST) {
            return Reading.unusable(messages.text(raw instanceof Number ? "number.too-large" : "number.type"));
        }
        text = Texts.clean(text).replace(',', '.');
        if (text.isEmpty()) {
            return Reading.EMPTY;
        }
        if (!NUMBER.matcher(text).matches()) {
            return Reading.unusable(messages.text("number.type"));
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        if (number.signum() != 0 && number.precision() - number.scale() > MOST_DIGITS) {
            return Reading.unusable(messages.text("number.too-large"));
        }
        return number.scale() > MOST_DECIMALS
                ? Reading.unusable(messages.text("number.decimals", MOST_DECIMALS))
                : Reading.of(stored(field, number));
    }

    @Override
    public @Nullable String problem(Field field, Object value, Situation situation) {
        BigDecimal number = new BigDecimal(value.toString());
        Rules rules = field.rules();
        Integer decimals = rules.decimalDigits();
        BigDecimal min = situation.number(rules.min());
        BigDecimal max = situation.number(rules.max());
        if (decimals != null && number.scale() > decimals) {
            return decimals == 0 ? messages.text("number.integer") : messages.text("number.decimals", decimals);
        }
        if (min != null && number.compareTo(min) < 0) {
            return messages.text("number.min", french(min));
        }
        if (max != null && number.compareTo(max) > 0) {
            return messages.text("number.max", french(max));
        }
        BigDecimal step = rules.step();
        boolean isBetweenSteps =
                step != null && step.signum() > 0 && number.remainder(step).signum() != 0;
        return isBetweenSteps ? messages.text("number.step", french(step)) : null;
    }

    @Override
    public List<String> display(Field field, Object value, List<Option> options) {
        String text = String.valueOf(value);
        return List.of(
                text.length() <= LONGEST && NUMBER.matcher(text).matches() ? french(new BigDecimal(text)) : text);
    }

    private static Object stored(Field field, BigDecimal number) {
        if (field.rules().asText()) {
            return number.toPlainString();
        }
        return number.scale() <= 0 ? (Object) number.longValueExact() : number;
    }

    // no thousands separator: a number may be a year or a reference
    private static String french(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }
}
