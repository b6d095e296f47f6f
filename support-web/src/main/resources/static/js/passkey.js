// Passkeys: asks the desk for a challenge, lets the browser answer it, and sends the answer as a form.

const MINUTES = 60_000;
// a challenge is good for ten minutes; one that waits in the list of a field is renewed before
const RENEWAL = 9 * MINUTES;

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

// For browsers that cannot yet read and write the JSON of WebAuthn themselves.
const named = (keys) => (keys ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

function forMaking(json) {
  return (
    PublicKeyCredential.parseCreationOptionsFromJSON?.(json) ?? {
      ...json,
      challenge: bytes(json.challenge),
      user: { ...json.user, id: bytes(json.user.id) },
      excludeCredentials: named(json.excludeCredentials),
    }
  );
}

function forUsing(json) {
  return (
    PublicKeyCredential.parseRequestOptionsFromJSON?.(json) ?? {
      ...json,
      challenge: bytes(json.challenge),
      allowCredentials: named(json.allowCredentials),
    }
  );
}

function answerOf(passkey) {
  if (passkey.toJSON) return passkey.toJSON();
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (passkey.response[part]) response[part] = text(passkey.response[part]);
  }
  if (passkey.response.getTransports) response.transports = passkey.response.getTransports();
  return { id: passkey.id, rawId: passkey.id, type: passkey.type, response, clientExtensionResults: {} };
}

// What the desk asks; nothing when it wants to see something else first.
async function asked(form) {
  const token = new URLSearchParams({ _csrf: form.elements._csrf.value });
  const answer = await fetch(form.dataset.options, { method: "POST", body: token });
  if (answer.redirected) {
    location.assign(answer.url);
    return undefined;
  }
  if (!answer.ok) throw new Error(`The desk answered ${answer.status}`);
  return answer.json();
}

function send(form, challenge, passkey) {
  form.elements.challenge.value = challenge;
  form.elements.answer.value = JSON.stringify(answerOf(passkey));
  form.submit();
}

function say(form, what) {
  const place = form.querySelector(".passkey__says");
  place.textContent = what ? place.dataset[what] : "";
}

function wordFor(error) {
  if (error.name === "NotAllowedError") return "stopped";
  if (error.name === "InvalidStateError") return "known";
  return error.name === "SecurityError" ? "elsewhere" : "failed";
}

// One request at a time: a browser refuses a second one.
let pending = new AbortController();

function begin() {
  pending.abort();
  pending = new AbortController();
  return pending.signal;
}

async function press(form) {
  if (form.dataset.waits) return;
  form.dataset.waits = "true";
  say(form, "waits");
  const signal = begin();
  try {
    const json = await asked(form);
    if (!json) return;
    const passkey =
      form.dataset.passkey === "add"
        ? await navigator.credentials.create({ publicKey: forMaking(json), signal })
        : await navigator.credentials.get({ publicKey: forUsing(json), signal });
    send(form, json.challenge, passkey);
  } catch (error) {
    say(form, wordFor(error));
  } finally {
    delete form.dataset.waits;
  }
}

// Passkeys among what the browser offers for the field of the mail address.
async function offer(form) {
  const signal = begin();
  const renewal = setTimeout(() => offer(form), RENEWAL);
  signal.addEventListener("abort", () => clearTimeout(renewal));
  try {
    const json = await asked(form);
    if (!json || signal.aborted) return;
    const passkey = await navigator.credentials.get({ publicKey: forUsing(json), mediation: "conditional", signal });
    send(form, json.challenge, passkey);
  } catch {
    // an offer that nobody asked for fails silently: the button is still there
  }
}

function hindrance(form) {
  if (location.origin !== form.querySelector(".passkey__says").dataset.at) return "elsewhere";
  return window.isSecureContext && window.PublicKeyCredential ? "" : "unsupported";
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const reason = hindrance(form);
    if (reason) say(form, reason);
    else press(form);
  });
}

const offering = document.querySelector("form[data-offer]");
if (offering && !hindrance(offering) && (await PublicKeyCredential.isConditionalMediationAvailable?.())) {
  offer(offering);
}
