// Macros in the answer to a customer: "::" lists them by title, Enter inserts the chosen one where one writes.

const place = document.querySelector("[data-macros]");
const form = place?.closest("form");
const text = form?.querySelector("textarea[name=text]");

const box = document.createElement("ul");
box.id = "macro-box";
box.className = "macro-box";
box.setAttribute("role", "listbox");
box.setAttribute("aria-label", form?.querySelector("button[value=macros]")?.textContent ?? "");
box.hidden = true;

let macros;
let shown = [];
let at = 0;

async function load() {
  const answer = await fetch(`${place.dataset.from}?part=true`);
  if (!answer.ok) return [];
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...page.querySelectorAll("[data-macro]")];
}

// What stands after "::" before the caret; null when one writes something else.
function typed() {
  const before = text.value.slice(0, text.selectionStart);
  return /(?:^|[\s(])::([^\n:]{0,40})$/.exec(before)?.[1] ?? null;
}

function close() {
  box.hidden = true;
  shown = [];
  text.removeAttribute("aria-activedescendant");
}

function mark(next) {
  at = (next + shown.length) % shown.length;
  [...box.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
  text.setAttribute("aria-activedescendant", box.children[at].id);
  box.children[at].scrollIntoView({ block: "nearest" });
}

function option(macro, i) {
  const line = document.createElement("li");
  line.id = `macro-option-${i}`;
  line.setAttribute("role", "option");
  line.dir = "auto";
  line.textContent = macro.dataset.title;
  line.addEventListener("mousedown", (event) => {
    event.preventDefault();
    use(macro);
  });
  return line;
}

async function look() {
  if (typed() === null) return close();
  macros ??= load();
  const all = await macros;
  const words = typed();
  if (words === null) return close();
  shown = all.filter((macro) => macro.dataset.title.toLowerCase().includes(words.trim().toLowerCase())).slice(0, 8);
  if (shown.length === 0) return close();
  box.replaceChildren(...shown.map(option));
  box.hidden = false;
  mark(0);
}

function use(macro) {
  const from = text.selectionStart - typed().length - 2;
  text.setRangeText(macro.dataset.text ?? "", from, text.selectionStart, "end");
  form.querySelector("#macro").value = macro.dataset.macro;
  place.replaceChildren(...macro.cloneNode(true).childNodes);
  const next = form.querySelector(`#next option[value="${macro.dataset.next}"]`);
  if (next) next.selected = true;
  close();
  text.focus();
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

function steer(event) {
  if (box.hidden) return;
  const keys = {
    ArrowDown: () => mark(at + 1),
    ArrowUp: () => mark(at - 1),
    Enter: () => use(shown[at]),
    Tab: () => use(shown[at]),
    Escape: close,
  };
  if (keys[event.key] && !event.isComposing) {
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  }
}

if (text) {
  text.after(box);
  text.setAttribute("aria-autocomplete", "list");
  text.setAttribute("aria-controls", box.id);
  text.addEventListener("input", look);
  text.addEventListener("keydown", steer);
  text.addEventListener("blur", close);
}
