package support.people;

/** Line ends, marks that turn the direction of writing, and all else that has no shape of its own. */
final class Hidden {
    private Hidden() {}

    static boolean isIn(String text) {
        return text.codePoints().anyMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        });
    }
}
