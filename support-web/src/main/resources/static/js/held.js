// A reply that is about to leave: counts down, and shows the page anew once it has left, unless one is writing something else.

const held = document.querySelector("[data-leaves]");
const left = held?.querySelector(".held__left");
const end = performance.now() + 1000 * Number(held?.dataset.leaves);

const writes = () => [...document.querySelectorAll("textarea")].some((field) => field.value !== field.defaultValue);

async function isGone() {
  const answer = await fetch(location.href, { headers: { "X-By-Itself": "1" } }).catch(() => undefined);
  if (!answer?.ok) return false;
  return !new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-leaves]");
}

function count() {
  const seconds = Math.ceil((end - performance.now()) / 1000);
  if (seconds > 0) {
    left.textContent = held.dataset.says.replace("#", seconds);
    setTimeout(count, 250);
  } else {
    look();
  }
}

function tell(text) {
  left.hidden = true;
  says.classList.remove("visually-hidden");
  says.textContent = text;
}

async function look() {
  if (!(await isGone())) setTimeout(look, 2000);
  else if (writes()) tell(held.dataset.gone);
  else location.reload();
}

const says = held?.querySelector("[role=status]");

if (held) {
  left.hidden = false;
  says.classList.add("visually-hidden");
  held.querySelector(".held__look").hidden = true;
  held.focus({ preventScroll: true });
  count();
}
