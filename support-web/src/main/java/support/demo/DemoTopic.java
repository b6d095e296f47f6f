package support.demo;

import java.util.List;
import support.sla.RequestType;

/** Something that customers of the demo desk write about. */
record DemoTopic(RequestType type, String app, String summary, String description, String answer) {
    static final List<DemoTopic> ALL = List.of(
            support(
                    "signpost",
                    "Menu stays empty after the update",
                    "Since the update last night the **top menu is empty** for everybody.\n\n1. Open any space\n2. The bar is there, the entries are not\n\nNothing in the log but `NavigationCache: 0 entries`.",
                    "The cache was not rebuilt by the update. Under *Settings, Navigation*, choose **Rebuild**; it takes about a minute. Does the menu come back?"),
            support(
                    "signpost",
                    "Entries in the wrong order for one group",
                    "The group `field-service` sees our menu in alphabetical order, all others as we arranged it.",
                    "That group has a menu of its own which was made by the import. You can delete it under *Menus by group*; the common one applies then."),
            support(
                    "ledger",
                    "Metadata search finds nothing after reindex",
                    "We ran a full reindex on Sunday. Since then a search for `status = approved` finds nothing.",
                    "The index of metadata is separate from the page index. We have started it for you by the job `ledger-reindex`; it should be done within the hour."),
            support(
                    "ledger",
                    "Which permission hides a field?",
                    "We would like the field *Contract value* to be seen by the sales team only. Which permission is it?",
                    "It is *View restricted fields*, per field set. Put the field into a set of its own and give that set to the group."),
            support(
                    "canvas",
                    "Start page loads in 20 seconds",
                    "The intranet start page takes **20 seconds** in the morning and is quick after ten.",
                    "The activity stream asks for 5,000 entries at the first load of a day. Set its limit to 200; we will make that the default."),
            support(
                    "canvas",
                    "Nobody can sign in to the intranet",
                    "All of us are sent back to the sign-in page in a circle. Nobody can work.",
                    "The address of your site changed, and the app still returns to the old one. Please set the base address under *General*; sessions work again at once."),
            support(
                    "courier",
                    "Digest mails arrive twice",
                    "Every morning each of us has the digest two times, five minutes apart.",
                    "Two nodes send it, since the cluster lock is switched off. Switch on *Cluster lock* and restart one node."),
            support(
                    "courier",
                    "How to exclude a project from the digest",
                    "How do I keep the project HR out of the weekly digest?",
                    "Add `project != HR` to the filter of the digest; the preview shows what would be sent."),
            support(
                    "beacon",
                    "Results in German are not stemmed",
                    "A search for *Häuser* does not find *Haus*.",
                    "The language of the index is English. Choose German under *Index* and rebuild."),
            bug(
                    "signpost",
                    "Icons vanish in dark mode",
                    "In dark mode the icons of the menu have the colour of the background.",
                    "Thank you, we see it as well. It will be in one of the next versions; a workaround is the light icon set."),
            bug(
                    "ledger",
                    "Export writes dates as numbers",
                    "The CSV export writes dates as `1772409600000`.",
                    "Confirmed: the export ignores the format of the field. Until it is mended the *Excel* export is right."),
            bug(
                    "canvas",
                    "Tile with a video covers the footer",
                    "A tile with a video covers the footer on phones.",
                    "We can see this on narrow screens and have written it down as a bug."),
            bug(
                    "courier",
                    "Unsubscribe link leads to an error",
                    "The link at the end of the mail leads to an error page if the name has an umlaut.",
                    "Well found. The address is encoded twice; we are on it."),
            idea(
                    "signpost",
                    "Menu entries that appear on a date",
                    "It would help to plan menu entries ahead, for campaigns.",
                    "We like it, and collect what others say."),
            idea(
                    "canvas",
                    "A tile for birthdays",
                    "Our people asked for a tile with birthdays.",
                    "Gathering votes: tell your colleagues."),
            idea(
                    "ledger",
                    "Copy metadata with a page tree",
                    "When a page tree is copied, its metadata should come along.",
                    "Planned for the next larger version."));

    private static DemoTopic support(String app, String summary, String description, String answer) {
        return new DemoTopic(RequestType.SUPPORT_REQUEST, app, summary, description, answer);
    }

    private static DemoTopic bug(String app, String summary, String description, String answer) {
        return new DemoTopic(RequestType.BUG_REPORT, app, summary, description, answer);
    }

    private static DemoTopic idea(String app, String summary, String description, String answer) {
        return new DemoTopic(RequestType.IDEA, app, summary, description, answer);
    }
}
