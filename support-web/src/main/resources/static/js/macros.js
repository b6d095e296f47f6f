// Macros in the answer to a customer: "::" lists them by title, Enter inserts the chosen one where one writes.

import { complete } from "./complete.js";

const place = document.querySelector("[data-macros]");
const form = place?.closest("form");
const text = form?.querySelector("textarea[name=text]");
let macros;

async function load() {
  const answer = await fetch(`${place.dataset.from}?part=true`);
  if (!answer.ok) return [];
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...page.querySelectorAll("[data-macro]")].map((macro) => ({ label: macro.dataset.title, macro }));
}

function use({ macro }, words) {
  text.setRangeText(macro.dataset.text ?? "", text.selectionStart - words.length - 2, text.selectionStart, "end");
  form.querySelector("#macro").value = macro.dataset.macro;
  place.replaceChildren(...macro.cloneNode(true).childNodes);
  const next = form.querySelector(`#next option[value="${macro.dataset.next}"]`);
  if (next) next.selected = true;
}

if (text) {
  complete(text, {
    label: form.querySelector("button[value=macros]")?.textContent ?? "",
    typed: (before) => /(?:^|[\s(])::([^\n:]{0,40})$/.exec(before)?.[1] ?? null,
    find: async (words) => {
      macros ??= load();
      const asked = words.trim().toLowerCase();
      return (await macros).filter((one) => one.label.toLowerCase().includes(asked)).slice(0, 8);
    },
    use,
  });
}
