package support.ticket;

import java.util.UUID;

/**
 * A file that somebody attached.
 *
 * @param name safe to show and to save under, see {@link #safeName}
 * @param mediaType what its bytes say it is, never what its sender says
 * @param size in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // two files are never compared
public record TicketFile(UUID id, String name, String mediaType, long size, byte[] sha256) {
    /** 25 MB, as the forms state before a file is chosen. */
    public static final long LARGEST = 25L * 1024 * 1024;

    /** How many files one message takes. */
    public static final int MOST = 10;

    private static final int LONGEST_NAME = 120;

    /**
     * What is left of a sender's file name when everything is gone that could lead a reader or a file system astray:
     * folders, control and direction characters, the characters that Windows forbids, dots and blanks at the ends.
     */
    public static String safeName(String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("^[. ]+|[. ]+$", "");
        if (name.matches("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?")) {
            name = "_" + name;
        }
        return name.isEmpty() ? "file" : shorten(name);
    }

    private static String shorten(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        int keep = LONGEST_NAME - ending.length();
        // never half of a character outside the basic plane
        return name.substring(0, Character.isHighSurrogate(name.charAt(keep - 1)) ? keep - 1 : keep) + ending;
    }
}
