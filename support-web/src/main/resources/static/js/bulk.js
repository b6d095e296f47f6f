// Tickets that are selected in the queue. Nothing is asked of the desk before the first is: then what can be done is fetched
// once, and takes the place of the button that leads there without script. On a small screen that button stays.

const queue = document.querySelector(".queue--choose");
const all = queue.querySelector("[data-all]");
const small = matchMedia("(max-width: 44rem)");
let bar = document.getElementById("bulk");
let fetched = false;
let last;

const boxes = () => [...queue.querySelectorAll("input[name=ticket]")];

async function fetchBar() {
  const query = new URLSearchParams({ part: "true", q: bar.elements.q.value });
  const answer = await fetch(`/queue/bulk?${query}`);
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.getElementById("bulk");
  if (!next) return;
  bar.replaceWith(next);
  bar = next;
  show();
}

function show() {
  const many = boxes();
  const chosen = many.filter((box) => box.checked).length;
  all.checked = many.length > 0 && chosen === many.length;
  all.indeterminate = chosen > 0 && !all.checked;
  bar.classList.add("is-near");
  bar.hidden = chosen === 0;
  const { one, many: more } = bar.querySelector(".bulk__count").dataset;
  bar.querySelector(".bulk__count").textContent = chosen === 1 ? one : more.replace("2", chosen);
  if (chosen > 0 && !fetched && !small.matches) {
    fetched = true;
    // without it the button leads to the same
    fetchBar().catch(() => {});
  }
}

// With Shift, all between this one and the one before become as this one is.
queue.addEventListener("click", (event) => {
  if (!event.target.matches("input[name=ticket]")) return;
  const many = boxes();
  const here = many.indexOf(event.target);
  const before = many.indexOf(last);
  if (event.shiftKey && before >= 0) {
    const between = many.slice(Math.min(here, before), Math.max(here, before) + 1);
    for (const box of between) box.checked = event.target.checked;
  }
  last = event.target;
});

queue.addEventListener("change", (event) => {
  if (event.target === all) for (const box of boxes()) box.checked = all.checked;
  show();
});

// Enter opens the ticket of a row, also from its box; it never sends a form that is not looked at.
queue.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches("input[type=checkbox]")) return;
  event.preventDefault();
  event.target.closest("tr")?.querySelector("td > a[href]")?.click();
});

document.addEventListener("desk:rows", show);
// a page that one comes back to may have its boxes ticked
addEventListener("pageshow", show);
all.hidden = false;
show();
