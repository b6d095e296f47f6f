package support.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through a text once, from left to right. */
final class QueryReader {
    private static final Pattern KEYED = Pattern.compile("([A-Za-z]{1,20})([:<>])");
    /** Four digits: enough for anything that anybody can mean. */
    private static final Pattern SPAN = Pattern.compile("(\\d{1,4})([a-z])");

    private final Vocabulary vocabulary;
    private final String text;
    private final List<Query.Term> terms = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int at;

    QueryReader(Vocabulary vocabulary, String text) {
        this.vocabulary = vocabulary;
        this.text = text.replace('\0', ' ');
    }

    Reading read() {
        if (text.length() > Vocabulary.LONGEST) {
            fault(Fault.Kind.TOO_LONG, Vocabulary.LONGEST, "", List.of());
            return new Reading(Query.ALL, faults);
        }
        for (skipBlanks(); at < text.length(); skipBlanks()) {
            if (terms.size() == Vocabulary.MOST_TERMS) {
                fault(Fault.Kind.TOO_MANY, at, rest(), List.of());
                break;
            }
            term();
        }
        return new Reading(new Query(terms), faults);
    }

    /** Where the term begins that is being typed at the end of a text. */
    static int lastToken(String text) {
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (Character.isWhitespace(c) && !quoted) {
                start = i + 1;
            }
        }
        return start;
    }

    private void term() {
        boolean excluded = text.charAt(at) == '-' && at + 1 < text.length() && !isBlank(at + 1);
        if (excluded) {
            at++;
        }
        Matcher keyed = KEYED.matcher(text).region(at, text.length());
        if (!vocabulary.keys().isEmpty() && keyed.lookingAt()) {
            keyed(keyed.group(1), keyed.group(2).charAt(0), excluded);
        } else if (text.charAt(at) == '"') {
            int start = at;
            quoted().ifPresent(words -> words(words, start, excluded));
        } else {
            terms.add(new Query.Words(rest(), false, excluded));
        }
    }

    private void words(String words, int start, boolean excluded) {
        if (words.isBlank()) {
            fault(Fault.Kind.NOTHING, start, "\"\"", List.of());
        } else {
            terms.add(new Query.Words(words, true, excluded));
        }
    }

    private void keyed(String name, char sign, boolean excluded) {
        int start = at;
        Optional<Key> key = vocabulary.key(name);
        at += name.length() + 1;
        if (key.isEmpty()) {
            fault(Fault.Kind.UNKNOWN_KEY, start, name, Vocabulary.nearest(name, vocabulary.names()));
            values();
        } else if (sign == ':') {
            is(key.get(), excluded);
        } else {
            within(key.get(), sign == '<', excluded, start);
        }
    }

    private void is(Key key, boolean excluded) {
        int start = at;
        List<String> values = new ArrayList<>();
        boolean right = true;
        for (String typed : values()) {
            String folded = typed.toLowerCase(Locale.ROOT);
            String value = key.values().contains(folded) ? folded : typed;
            if (value.isBlank()) {
                fault(Fault.Kind.NOTHING, start, key.name() + ":", key.values());
                right = false;
            } else if (!key.admits(value)) {
                fault(Fault.Kind.UNKNOWN_VALUE, start, value, Vocabulary.nearest(value, key.values()));
                right = false;
            }
            values.add(value);
        }
        if (right) {
            terms.add(new Query.Is(key.name(), values, excluded));
        }
    }

    private void within(Key key, boolean less, boolean excluded, int start) {
        int place = at;
        String typed = rest();
        if (!key.isCompared()) {
            fault(Fault.Kind.NOT_COMPARED, start, key.name(), List.of(key.name() + ":"));
            return;
        }
        Matcher span = SPAN.matcher(typed.toLowerCase(Locale.ROOT));
        Optional<Span.Unit> unit = span.matches()
                ? key.units().stream()
                        .filter(one -> one.letter() == span.group(2).charAt(0))
                        .findFirst()
                : Optional.empty();
        if (unit.isEmpty()) {
            fault(
                    Fault.Kind.NO_SPAN,
                    place,
                    typed,
                    key.units().stream().map(one -> new Span(4, one).toString()).toList());
            return;
        }
        terms.add(new Query.Within(key.name(), less, new Span(Integer.parseInt(span.group(1)), unit.get()), excluded));
    }

    /** Values between commas, up to the next blank; each may stand in quotes. */
    private List<String> values() {
        List<String> values = new ArrayList<>();
        do {
            if (at < text.length() && text.charAt(at) == '"') {
                quoted().ifPresent(values::add);
            } else {
                values.add(upTo(','));
            }
        } while (at < text.length() && text.charAt(at) == ',' && at++ >= 0);
        return values;
    }

    /** What stands in quotes, where a backslash takes a sign as it is; empty when they are never closed. */
    private Optional<String> quoted() {
        int start = at++;
        StringBuilder words = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            words.append(text.charAt(at++));
        }
        if (at == text.length()) {
            fault(Fault.Kind.OPEN_QUOTE, start, text.substring(start), List.of());
            return Optional.empty();
        }
        at++;
        return Optional.of(words.toString());
    }

    private String rest() {
        return upTo(' ');
    }

    private String upTo(char end) {
        int start = at;
        while (at < text.length() && !isBlank(at) && text.charAt(at) != end) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(at)) {
            at++;
        }
    }

    private boolean isBlank(int place) {
        return Character.isWhitespace(text.charAt(place));
    }

    private void fault(Fault.Kind kind, int place, String found, List<String> possible) {
        faults.add(new Fault(kind, place + 1, found, possible));
    }
}
