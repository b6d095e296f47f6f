// "@" in a note lists colleagues; whoever is named is told.

import { complete } from "./complete.js";

const note = document.getElementById("note-text");
let colleagues;

async function load() {
  const answer = await fetch("/mentions/people");
  if (!answer.ok || answer.redirected) return [];
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...page.querySelectorAll("[data-handle]")].map((one) => ({ label: one.textContent, handle: one.dataset.handle }));
}

if (note) {
  complete(note, {
    label: note.dataset.colleagues,
    typed: (before) => /(?:^|[\s(])@([\p{L}\p{N}._'-]{0,40})$/u.exec(before)?.[1] ?? null,
    find: async (part) => {
      colleagues ??= load();
      const asked = part.toLowerCase();
      return (await colleagues)
        .filter((one) => one.handle.split(".").some((word) => word.startsWith(asked)) || one.handle.startsWith(asked))
        .slice(0, 8);
    },
    use: (entry, part) =>
      note.setRangeText(`@${entry.handle} `, note.selectionStart - part.length - 1, note.selectionStart, "end"),
  });
}
