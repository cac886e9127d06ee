// Conveniences only; every page works without this file.
// "/" goes to the search box, n and N step through the marks, buttons copy links and lines.
"use strict";

const marks = [...document.querySelectorAll("main mark")];
let current = -1;

function isTyping(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function stepTo(step) {
  if (!marks.length) return;
  current = (current + step + marks.length) % marks.length;
  const mark = marks[current];
  mark.tabIndex = -1;
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: "center" });
}

document.addEventListener("keydown", (event) => {
  if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    const box = document.getElementById("q");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  } else if (event.key === "n") {
    stepTo(1);
  } else if (event.key === "N") {
    stepTo(-1);
  }
});

for (const button of document.querySelectorAll("button.copy")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  const words = button.firstChild;
  button.addEventListener("click", async () => {
    const code = document.getElementById(button.dataset.copies);
    try {
      await navigator.clipboard.writeText(code.textContent);
      words.textContent = "Copied";
    } catch {
      words.textContent = "Not copied";
    }
    setTimeout(() => { words.textContent = "Copy"; }, 2000);
  });
}

// Browsers that cannot show a closed disclosure's content beside the results get it open there.
const filters = document.querySelector("details.filters");
if (filters && !CSS.supports("selector(::details-content)")) {
  filters.open = window.matchMedia("(min-width: 60rem)").matches;
}

const keys = document.querySelector(".keys");
if (keys) keys.hidden = false;
