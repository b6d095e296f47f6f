package support.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** A device that keeps passkeys, checks who uses it, counts, and says yes without being touched. */
final class VirtualDevice {
    private final CDPSession browser;
    private final String id;

    private VirtualDevice(CDPSession browser, String id) {
        this.browser = browser;
        this.id = id;
    }

    static VirtualDevice of(Person person) {
        CDPSession browser = person.page.context().newCDPSession(person.page);
        browser.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        return new VirtualDevice(
                browser,
                browser.send("WebAuthn.addVirtualAuthenticator", parameters)
                        .get("authenticatorId")
                        .getAsString());
    }

    /** The only one, with its private key. */
    JsonObject passkey() {
        return browser.send("WebAuthn.getCredentials", parameters())
                .getAsJsonArray("credentials")
                .get(0)
                .getAsJsonObject();
    }

    void replace(JsonObject passkey) {
        browser.send("WebAuthn.clearCredentials", parameters());
        JsonObject parameters = parameters();
        parameters.add("credential", passkey);
        browser.send("WebAuthn.addCredential", parameters);
    }

    /** From now on nobody is there who could be checked. */
    void fails() {
        JsonObject parameters = parameters();
        parameters.addProperty("isUserVerified", false);
        browser.send("WebAuthn.setUserVerified", parameters);
    }

    private JsonObject parameters() {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", id);
        return parameters;
    }
}
