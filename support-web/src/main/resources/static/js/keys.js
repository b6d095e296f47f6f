// The desk's pages by the keyboard. What a key does stands on the page: [data-key] marks a field to go to, or a button to press.
// No key does anything while one types, and those that are a letter alone can be turned off.

const single = document.querySelector("meta[name=keys]").content === "true";
const commands = document.getElementById("commands");
const help = document.getElementById("keys");

const ROW = ".queue tbody tr, .hits > li";
const rows = () => [...document.querySelectorAll(ROW)];
const link = (row) => row?.querySelector("td > a[href], .hit__link");
const marked = (key) => [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find((one) => !one.closest("[hidden]"));

function opened(target) {
  for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
}

// Goes there, and opens what it stands in.
function reach(target) {
  opened(target);
  if (!target.matches("a[href], button, input, select, textarea, summary")) target.tabIndex = -1;
  target.focus();
  target.scrollIntoView({ block: "nearest" });
}

function act(target) {
  if (target.dataset.key === "e") end(target);
  else if (target.matches("a[href], button")) target.click();
  else reach(target);
}

// Chooses the last step of the ticket's life that can be taken now; Enter takes it.
function end(button) {
  const steps = button.form.elements.status;
  const last = ["RESOLVED", "CLOSED"].find((step) => [...steps.options].some((one) => one.value === step));
  if (last) steps.value = last;
  reach(last ? button : steps);
}

// Of the queue the tickets, of a ticket its messages: from the one that has the focus to the next.
function places() {
  const tickets = rows().map(link).filter(Boolean);
  return tickets.length > 0 ? tickets : [...document.querySelectorAll(".conversation > li")];
}

let lastRow = -1;

function step(by) {
  const all = places();
  if (all.length === 0) return;
  const here = all.findIndex((one) => one.contains(document.activeElement) || one.closest(ROW)?.contains(document.activeElement));
  const from = here >= 0 ? here : Math.min(lastRow, all.length - 1);
  lastRow = Math.max(0, Math.min(all.length - 1, from < 0 ? 0 : from + by));
  reach(all[lastRow]);
}

const chosen = () => document.activeElement?.closest(ROW);

const own = {
  j: () => step(1),
  k: () => step(-1),
  o: () => link(chosen())?.click(),
  x: () => chosen()?.querySelector("input[name=ticket]")?.click(),
  "?": () => show(help),
  "/": () => {
    const field = document.querySelector("main input[type=search], main .toolbar :is(input, select)");
    if (field) field.focus();
    else location.assign("/search");
  },
  q: () => location.assign("/queue"),
};

// What is done on the ticket's own page leads there from its row in the queue.
const THERE = "rnmaspez";

function press(key) {
  const target = marked(key);
  if (target) act(target);
  else if (own[key]) own[key]();
  else if (THERE.includes(key) && link(chosen())) location.assign(`${link(chosen()).href}#do-${key}`);
  else return false;
  return true;
}

const typing = (target) =>
  target.isContentEditable || (target.matches("input, textarea, select") && !target.matches("[type=checkbox], [type=radio]"));

function steer(event) {
  if (event.isComposing || event.defaultPrevented || event.altKey) return;
  const held = event.ctrlKey || event.metaKey;
  if (held && event.key.toLowerCase() === "k" && !event.shiftKey) {
    event.preventDefault();
    return commands.open ? commands.close() : find();
  }
  if (held || typing(event.target) || document.querySelector("dialog[open]")) return;
  const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (arrow && chosen()) {
    event.preventDefault();
    return step(arrow);
  }
  if (single && (!event.repeat || "jk".includes(event.key)) && press(event.key)) event.preventDefault();
}

function show(dialog) {
  dialog.showModal();
}

// The commands: what the page can do, the tickets on it, every page, and any ticket by its number.

const input = commands.querySelector("input");
const list = commands.querySelector("[role=listbox]");
const none = commands.querySelector("[role=status]");
const SHOWN = 12;
let all = [];
let found = [];
let at = 0;

const words = (part) => part?.textContent.replace(/\s+/g, " ").trim() ?? "";
const name = (target) => words(target.labels?.[0]?.querySelector("span")) || words(target);

function gather() {
  const actions = [...document.querySelectorAll("[data-key]")]
    .filter((one) => !one.closest("[hidden]") && name(one))
    .map((one) => ({ text: name(one), key: one.dataset.key, run: () => act(one) }));
  const tickets = rows().map((row) => ({ text: words(link(row)), run: () => link(row).click() }));
  const pages = [...commands.querySelectorAll("nav a")].map((page) => ({ text: words(page), run: () => page.click() }));
  return [...actions, ...pages, ...tickets];
}

function numbered(text) {
  const number = /^\s*(?:sup-)?(\d{1,12})\s*$/i.exec(text)?.[1];
  const ticket = `SUP-${number}`;
  return number ? [{ text: commands.dataset.ticket.replace("#", ticket), run: () => location.assign(`/tickets/${ticket}`) }] : [];
}

function written(text) {
  const address = `/search?q=${encodeURIComponent(text)}`;
  return text ? [{ text: commands.dataset.search.replace("#", () => text), run: () => location.assign(address) }] : [];
}

function line(command, i) {
  const item = document.createElement("li");
  item.id = `command-${i}`;
  item.setAttribute("role", "option");
  item.dir = "auto";
  item.textContent = command.text;
  if (single && command.key?.length === 1) {
    const key = document.createElement("kbd");
    key.textContent = command.key;
    item.append(" ", key);
  }
  item.addEventListener("click", () => run(i));
  return item;
}

function mark(next) {
  at = found.length > 0 ? (next + found.length) % found.length : 0;
  [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
  const item = list.children[at];
  input.setAttribute("aria-activedescendant", item?.id ?? "");
  item?.scrollIntoView({ block: "nearest" });
}

function look() {
  const asked = input.value.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = all.filter((one) => asked.every((word) => one.text.toLowerCase().includes(word)));
  found = [...[...numbered(input.value), ...fits].slice(0, SHOWN), ...written(input.value.trim())];
  list.replaceChildren(...found.map(line));
  list.hidden = found.length === 0;
  input.setAttribute("aria-expanded", String(found.length > 0));
  none.textContent = found.length === 0 ? commands.dataset.none : "";
  mark(0);
}

function find() {
  document.querySelector("dialog[open]")?.close();
  all = gather();
  input.value = "";
  show(commands);
  look();
  input.focus();
}

function run(i) {
  const command = found[i];
  commands.close();
  command?.run();
}

input.addEventListener("input", look);
input.addEventListener("keydown", (event) => {
  const moves = { ArrowDown: () => mark(at + 1), ArrowUp: () => mark(at - 1), Enter: () => run(at) };
  if (!moves[event.key] || event.isComposing) return;
  event.preventDefault();
  moves[event.key]();
});
for (const dialog of [commands, help]) {
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
}
document.addEventListener("keydown", steer);

// From the queue to a field of a ticket; a link alone presses nothing.
const there = /^#do-([a-z])$/.exec(location.hash)?.[1];
const target = there && marked(there);
if (target) {
  if (there === "e") end(target);
  else reach(target);
  history.replaceState(history.state, "", location.pathname + location.search);
}
