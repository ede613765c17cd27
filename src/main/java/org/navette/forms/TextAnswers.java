package org.navette.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text fields and text areas. */
final class TextAnswers implements Answers {

    /** Most UTF-16 units of a text whose form sets no limit. */
    static final int DEFAULT_MAX_LENGTH = 20_000;

    // beyond, a text is not even normalised
    private static final int MOST_READ = 200_000;
    // the browser's (form-js) is the same for addresses and finer for telephone numbers
    private static final Pattern EMAIL = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@"
            + "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");
    private static final Pattern PHONE = Pattern.compile("(?:\\+|00)[1-9][0-9]{4,24}");
    private static final int LONGEST_ADDRESS = 254;

    private final Messages messages;

    TextAnswers(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Reading read(Field field, Object raw) {
        if (!(raw instanceof String typed)) {
            return Reading.unusable(messages.text("text.type"));
        }
        if (typed.length() > MOST_READ) {
            return Reading.unusable(tooLong(maxLength(field.rules().maxLength().number()), typed));
        }
        String text = Texts.clean(typed);
        if (!Texts.isPrintable(text, field.kind() == Kind.LINES)) {
            return Reading.unusable(messages.text("text.characters"));
        }
        String transformed = Texts.transform(field.properties().get("transform"), text);
        String stored = check(field).map(check -> check.plain(transformed)).orElse(transformed);
        return stored.isEmpty() ? Reading.EMPTY : Reading.of(stored);
    }

    @Override
    public @Nullable String problem(Field field, Object value, Situation situation) {
        String text = (String) value;
        Rules rules = field.rules();
        BigDecimal shortest = situation.number(rules.minLength());
        BigDecimal longest = maxLength(situation.number(rules.maxLength()));
        if (longest.compareTo(BigDecimal.valueOf(text.length())) < 0) {
            return tooLong(longest, text);
        }
        if (shortest != null && shortest.compareTo(BigDecimal.valueOf(text.length())) > 0) {
            return messages.text("text.too-short", shortest, text.length());
        }
        if (rules.pattern() != null && !rules.pattern().isFoundIn(text)) {
            return field.message() == null ? messages.text("text.pattern") : field.message();
        }
        Optional<NamedCheck> check = check(field);
        if (check.isPresent() && !check.get().accepts(text)) {
            return messages.text("check." + check.get().code());
        }
        if ("email".equals(rules.validationType()) && !isEmail(text)) {
            return messages.text("text.email");
        }
        if ("phone".equals(rules.validationType()) && !PHONE.matcher(text).matches()) {
            return messages.text("text.phone");
        }
        return null;
    }

    @Override
    public List<String> display(Field field, Object value, List<Option> options) {
        return List.of(String.valueOf(value));
    }

    private static Optional<NamedCheck> check(Field field) {
        return Optional.ofNullable(field.properties().get("check")).flatMap(NamedCheck::of);
    }

    private String tooLong(BigDecimal longest, String text) {
        return messages.text("text.too-long", longest, text.length());
    }

    private static BigDecimal maxLength(@Nullable BigDecimal limit) {
        return limit == null ? BigDecimal.valueOf(DEFAULT_MAX_LENGTH) : limit;
    }

    private static boolean isEmail(String text) {
        return text.length() <= LONGEST_ADDRESS && EMAIL.matcher(text).matches();
    }
}
