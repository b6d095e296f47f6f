// Makes pages livelier; every page works without it.

// One form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-once]")) return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "true";
  setTimeout(() => delete form.dataset.sending, 8000);
});

// A page with errors begins at them.
document.querySelector("[data-focus]")?.focus();

// A part that comes anew leaves open what was open in it, and waits while somebody is in it.
document.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
  const fresh = detail.fragment.querySelectorAll("details");
  detail.target.querySelectorAll("details").forEach((old, i) => {
    if (fresh[i]) fresh[i].open = old.open;
  });
  if (detail.target.contains(document.activeElement)) detail.shouldSwap = false;
});

// Times say on hover how long ago or how far off they are by the clock, cut to what is full, as all times here are.
const relative = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "auto" });

function away(milliseconds) {
  const minutes = Math.trunc(milliseconds / 60000);
  if (Math.abs(minutes) < 60) return relative.format(minutes, "minute");
  const hours = Math.trunc(minutes / 60);
  return Math.abs(hours) < 48 ? relative.format(hours, "hour") : relative.format(Math.trunc(hours / 24), "day");
}

function tellTimes() {
  for (const time of document.querySelectorAll("time[datetime]")) {
    time.title = away(new Date(time.dateTime) - Date.now());
  }
}

tellTimes();
setInterval(tellTimes, 60000);
document.addEventListener("htmx:afterSettle", tellTimes);

// What is shown once is copied by one press.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.copied;
  });
}

// Files may be dropped on their fieldset, or pasted into the text above it.
function add(input, files) {
  const all = new DataTransfer();
  for (const file of [...input.files, ...files]) all.items.add(file);
  input.files = all.files;
}

function named(file) {
  const now = new Date().toISOString().slice(0, 16).replace("T", "-").replace(":", "");
  const ending = file.type.split("/")[1] ?? "bin";
  return new File([file], `pasted-${now}.${ending}`, { type: file.type });
}

for (const input of document.querySelectorAll("input[type=file][data-files]")) {
  const area = input.closest("fieldset");
  const form = input.closest("form");
  area.addEventListener("dragover", (event) => {
    event.preventDefault();
    area.classList.add("is-over");
  });
  area.addEventListener("dragleave", () => area.classList.remove("is-over"));
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("is-over");
    add(input, event.dataTransfer.files);
  });
  form.addEventListener("paste", (event) => {
    const files = [...event.clipboardData.files].map(named);
    if (files.length > 0) add(input, files);
  });
}
