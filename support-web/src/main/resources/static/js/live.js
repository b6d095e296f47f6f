// Tells of what others do while a page of the desk is open. The stream names tickets only; what is to be seen is read from the
// page's own address, so that nobody sees here what they could not see there. Nothing moves before "Show" is pressed.

const MINUTE = 60_000;
// between two looks at the page that nobody has asked for, however much happens
const PAUSE = 5_000;
const LONGEST_WAIT = 30_000;
// the desk says every 15 seconds that it is there
const SILENCE = 40_000;

const place = document.querySelector("[data-live]");
const start = document.querySelector("meta[name=live]");
const words = place?.dataset ?? {};
const number = document.querySelector("[data-ticket-number]")?.dataset.ticketNumber;

const count = (n, one, many) => (n === 1 ? one : many.replace("2", n));

async function fresh() {
  const answer = await fetch(location.href, { headers: { "X-By-Itself": "1" } });
  if (!answer.ok || answer.redirected) throw new Error(`The desk answered ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function say(text) {
  const says = place.querySelector(".live__says");
  if (says.textContent !== text) says.textContent = text;
}

function offer(text) {
  say(text);
  place.querySelector(".live__show").hidden = !text;
}

// The queue: rows go by their number; what follows from the time alone ticks, and is no change.

const numberOf = (row) => row?.querySelector(".ticket-number")?.textContent;

const rows = (page) => new Map([...page.querySelectorAll(".queue tbody tr")].map((row) => [numberOf(row), row]));

function meaning(row) {
  const copy = row.cloneNode(true);
  copy.querySelectorAll(".queue__due, .queue__why").forEach((part) => part.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function tick(old, row) {
  const due = old.querySelector(".queue__due");
  const next = row.querySelector(".queue__due");
  if (due && next && due.textContent !== next.textContent && !due.contains(document.activeElement)) {
    due.replaceChildren(...next.cloneNode(true).childNodes);
  }
  for (const mark of ["is-overdue", "is-close"]) old.classList.toggle(mark, row.classList.contains(mark));
}

function newsOfQueue(page) {
  const before = rows(document);
  const now = rows(page);
  let added = 0;
  let changed = 0;
  for (const [key, row] of now) {
    const old = before.get(key);
    if (!old) added++;
    else if (meaning(old) !== meaning(row)) changed++;
    else tick(old, row);
  }
  for (const key of before.keys()) if (!now.has(key)) changed++;
  const news = [];
  if (added) news.push(count(added, words.newOne, words.newMany));
  if (changed) news.push(count(changed, words.changedOne, words.changedMany));
  return news.join(", ");
}

// What is looked at stays where it is: the row that has the focus, else the first that can be seen.
function anchor() {
  const focused = document.activeElement?.closest(".queue tbody tr");
  return focused ?? [...rows(document).values()].find((row) => row.getBoundingClientRect().bottom > 0);
}

// Of a row's links and fields, the one that has the focus.
const reachable = (row) => [...row.querySelectorAll("a[href], input, button, select")];

function showQueue(page) {
  const body = document.querySelector(".queue tbody");
  const next = page.querySelector(".queue tbody");
  if (!body || !next) {
    location.reload();
    return;
  }
  const before = rows(document);
  const now = rows(page);
  const kept = anchor();
  const top = kept?.getBoundingClientRect().top;
  const index = kept ? [...before.keys()].indexOf(numberOf(kept)) : 0;
  const pressed = document.activeElement?.matches(".live__show");
  const focus = kept ? reachable(kept).indexOf(document.activeElement) : -1;
  for (const [key, row] of now) {
    const old = before.get(key);
    row.classList.toggle("is-new", !old || meaning(old) !== meaning(row));
    const box = row.querySelector("input[type=checkbox]");
    if (box) box.checked = old?.querySelector("input[type=checkbox]")?.checked ?? false;
  }
  body.replaceWith(next);
  document.querySelector(".queue + .pagination")?.remove();
  const further = page.querySelector(".queue + .pagination");
  if (further) document.querySelector(".queue").after(further);
  const still = now.get(numberOf(kept)) ?? [...now.values()][Math.min(index, now.size - 1)];
  if (still && focus >= 0) reachable(still)[focus]?.focus({ preventScroll: true });
  if (still && numberOf(kept) === numberOf(still)) scrollBy(0, still.getBoundingClientRect().top - top);
  if (pressed) document.querySelector("tr.is-new a[href], .queue tbody a[href]")?.focus();
  document.dispatchEvent(new CustomEvent("desk:rows"));
}

// A ticket: its conversation and what stands beside it come anew; what is typed or chosen stays.

const versions = (page) => page.querySelector("input[name=seen]")?.value;
const messages = (page) => page.querySelectorAll(".conversation > li").length;

// How much time is left of a promise ticks.
function tickPromises(page) {
  const now = [...page.querySelectorAll(".promise")];
  const shown = [...document.querySelectorAll(".promise")];
  if (now.length !== shown.length) return;
  shown.forEach((old, i) => {
    for (const part of [".promise__state", ".facts"]) {
      const next = now[i].querySelector(part);
      if (next && old.querySelector(part)?.textContent !== next.textContent) old.querySelector(part)?.replaceWith(next);
    }
  });
}

function newsOfTicket(page) {
  if (messages(page) > messages(document)) return words.message;
  if (versions(page) !== versions(document)) return words.ticket;
  tickPromises(page);
  return "";
}

const chosen = (select) => Math.max(0, [...select.options].findIndex((one) => one.defaultSelected));

const differs = (field) =>
  field.options
    ? field.selectedIndex !== chosen(field)
    : field.checked !== field.defaultChecked || (field.type !== "hidden" && field.value !== field.defaultValue);

const touched = (part) =>
  part.contains(document.activeElement) || [...part.querySelectorAll("input, textarea, select")].some(differs);

function keepOpen(old, next) {
  if (next.open !== undefined) next.open = old.open;
  const before = old.querySelectorAll("details");
  const now = next.querySelectorAll("details");
  if (before.length === now.length) before.forEach((details, i) => (now[i].open = details.open));
}

function showTicket(page) {
  const known = messages(document);
  for (const part of document.querySelectorAll("[data-live-part]")) {
    const next = page.querySelector(`[data-live-part="${part.dataset.livePart}"]`);
    if (!next || touched(part)) continue;
    keepOpen(part, next);
    part.replaceWith(next);
    window.htmx?.process(next);
  }
  const version = versions(page);
  for (const seen of document.querySelectorAll("input[name=seen]")) seen.value = version ?? seen.value;
  const first = document.querySelectorAll(".conversation > li")[known];
  if (first) {
    first.tabIndex = -1;
    first.classList.add("is-new");
    first.focus();
  }
}

const kinds = {
  queue: { news: newsOfQueue, show: showQueue },
  ticket: { news: newsOfTicket, show: showTicket },
};

function follow(kind) {
  let lookedAt = performance.now();
  let planned;

  async function look() {
    planned = undefined;
    lookedAt = performance.now();
    try {
      offer(kind.news(await fresh()));
    } catch {
      // the page stays as it is, and looks again: later, or as soon as there is a line
      if (!navigator.onLine) lookedAt = -PAUSE;
      setTimeout(plan, LONGEST_WAIT);
    }
  }

  // Soon after something has happened, but not all at the same moment, and seldom when much happens.
  function plan() {
    if (planned) return;
    const rest = Math.max(0, lookedAt + PAUSE - performance.now());
    planned = setTimeout(look, rest + Math.random() * 500);
  }

  // a page that was just read may be told of something at once
  lookedAt -= PAUSE;
  place.querySelector(".live__show").addEventListener("click", async (event) => {
    event.preventDefault();
    try {
      const page = await fresh();
      kind.show(page);
      offer("");
      say(words.shown);
      setTimeout(() => place.querySelector(".live__says").textContent === words.shown && say(""), 5000);
    } catch {
      location.reload();
    }
  });
  addEventListener("online", plan);
  setInterval(() => document.visibilityState === "visible" && look(), MINUTE);
  return plan;
}

// Who else is at the ticket.

function meet({ people }) {
  const others = people.filter((one) => String(one.person) !== start.dataset.person);
  const told = others.map((one) => (one.writing ? words.writes : words.looks).replace("#", one.name)).join(" ");
  const who = place.querySelector(".live__who");
  if (who.textContent !== told) who.textContent = told;
}

// Somebody writes who has typed within a minute and has words on the page.
let typedAt = -MINUTE;
const isWriting = () =>
  performance.now() - typedAt < MINUTE &&
  [...document.querySelectorAll(".composer textarea")].some((field) => field.value.trim() !== "");

// The stream is open while the page can be seen: a browser opens but few at once, and who is not there needs none.
function listen(plan) {
  let source;
  let again;
  let wait = 0;
  let heardAt = 0;
  let after = start.content;
  let writing = false;

  function stop() {
    clearTimeout(again);
    source?.close();
    source = undefined;
  }

  function open() {
    stop();
    const query = new URLSearchParams({ after });
    if (number) query.set("ticket", number);
    if (writing) query.set("writing", "true");
    heardAt = performance.now();
    source = new EventSource(`/live?${query}`);
    for (const kind of ["beat", "changed", "unknown", "here"]) source.addEventListener(kind, hear);
    source.addEventListener("error", () => {
      stop();
      again = setTimeout(open, wait + Math.random() * 500);
      wait = Math.min(LONGEST_WAIT, Math.max(500, wait * 2));
    });
  }

  function hear(event) {
    wait = 0;
    heardAt = performance.now();
    if (event.lastEventId) after = event.lastEventId;
    const told = JSON.parse(event.data);
    if (event.type === "here") meet(told);
    else if (event.type === "unknown" || (event.type === "changed" && (!number || told.tickets.includes(number)))) plan();
  }

  function write() {
    if (isWriting() === writing) return;
    writing = !writing;
    if (source) open();
  }

  if (number) {
    document.addEventListener("input", (event) => {
      if (!event.target.closest(".composer")) return;
      typedAt = performance.now();
      write();
    });
    setInterval(write, 10_000);
  }
  // a line that is dead without saying so: nothing is heard, not even a beat
  setInterval(() => source && performance.now() - heardAt > SILENCE && open(), 10_000);
  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? open() : stop()));
  addEventListener("online", () => document.visibilityState === "visible" && open());
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (event) => event.persisted && open());
  if (document.visibilityState === "visible") open();
}

if (place && start) listen(follow(kinds[words.live]));
