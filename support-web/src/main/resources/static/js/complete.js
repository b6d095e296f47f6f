// Completes what one types in a text: a list under it, by arrows, Enter or Tab, and Escape to leave it.

let boxes = 0;

/**
 * @param text the field
 * @param typed of what stands before the caret: the part to complete, or null when one writes something else
 * @param find resolves to the fitting entries, each with a label
 * @param use puts an entry in the place of what was typed
 */
export function complete(text, { label, typed, find, use }) {
  const box = document.createElement("ul");
  box.id = `completions-${++boxes}`;
  box.className = "completions";
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", label);
  box.hidden = true;
  let shown = [];
  let at = 0;

  const part = () => typed(text.value.slice(0, text.selectionStart));

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

  function take(entry) {
    use(entry, part());
    close();
    text.focus();
    text.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  }

  function option(entry, i) {
    const line = document.createElement("li");
    line.id = `${box.id}-${i}`;
    line.setAttribute("role", "option");
    line.dir = "auto";
    line.textContent = entry.label;
    // before the field loses the focus
    line.addEventListener("mousedown", (event) => {
      event.preventDefault();
      take(entry);
    });
    return line;
  }

  async function look() {
    if (part() === null) return close();
    const found = await find(part());
    if (part() === null || found.length === 0) return close();
    shown = found;
    box.replaceChildren(...shown.map(option));
    box.hidden = false;
    mark(0);
  }

  const keys = {
    ArrowDown: () => mark(at + 1),
    ArrowUp: () => mark(at - 1),
    Enter: () => take(shown[at]),
    Tab: () => take(shown[at]),
    Escape: close,
  };

  (text.closest("label") ?? text).after(box); // not in it: a label names the field by all that it holds
  text.setAttribute("aria-autocomplete", "list");
  text.setAttribute("aria-controls", box.id);
  text.addEventListener("input", look);
  text.addEventListener("blur", close);
  text.addEventListener("keydown", (event) => {
    if (box.hidden || event.isComposing || event.shiftKey || !keys[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
}
