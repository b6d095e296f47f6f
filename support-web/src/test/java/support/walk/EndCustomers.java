package support.walk;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of partners share: filing for an end customer, and what the end customer does then. */
record EndCustomers(int port, JdbcClient database) {
    static final String PASSWORD = "lantern gravel otter mosaic";

    /** What a partner's person sends to file for a company that is named on the form. */
    Map<String, String> form(String words, String company, String contact, String sharing) {
        Map<String, String> form = new HashMap<>();
        form.put("type", "BUG_REPORT");
        form.put("severity", "LEVEL_3");
        form.put("app", app());
        form.put("summary", words);
        form.put("description", words);
        form.put("behalf.customer", "0");
        form.put("behalf.company", company);
        form.put("behalf.contact", contact);
        form.put("behalf.sharing", sharing);
        return form;
    }

    private String app() {
        return database.sql("select id::text from app where key = 'signpost'")
                .query(String.class)
                .single();
    }

    /** The address of the ticket's page. */
    String filed(Visitor partner, Map<String, String> form) {
        partner.get("/tickets/new");
        String words = form.getOrDefault("summary", "");
        Visitor.Page sent = partner.post(
                "/tickets", form, new Visitor.Upload(words + ".txt", words.getBytes(StandardCharsets.UTF_8)));
        if (sent.status() != 302) {
            throw new IllegalStateException(sent.body());
        }
        return sent.location().replace("/confirmation", "");
    }

    /** The contact, who follows the newest letter, and opens an account by it. */
    Visitor joined(String contact, String company) {
        String link = new Letterbox(database).link(contact);
        Visitor newcomer = new Visitor(port);
        newcomer.get(link + "/account");
        newcomer.post(link + "/account", Map.of("name", "Kim Contact", "company", company, "password", PASSWORD));
        return newcomer;
    }

    /** The number of the end customer with that contact. */
    long of(String contact) {
        return database.sql("select id from end_customer where contact = :contact")
                .param("contact", contact)
                .query(Long.class)
                .single();
    }

    /** Agreement, refusal or revocation, by somebody who manages the end customer. */
    Visitor.Page says(Visitor manager, String contact, String what) {
        String page = "/organisation/consents/" + of(contact);
        manager.get(page);
        return manager.post(page + "/" + what, Map.of());
    }

    static void reply(Visitor writer, String ticket, String words) {
        writer.get(ticket);
        Visitor.Page sent = writer.post(
                ticket + "/replies",
                Map.of("text", words, "next", "OPEN", "nonce", UUID.randomUUID().toString()),
                new Visitor.Upload(words + ".txt", words.getBytes(StandardCharsets.UTF_8)));
        if (sent.status() != 302) {
            throw new IllegalStateException(sent.status() + sent.body());
        }
    }

    static void note(Visitor agent, String ticket, String words) {
        agent.get(ticket);
        agent.post(
                ticket + "/notes",
                Map.of("text", words, "nonce", UUID.randomUUID().toString()));
    }
}
