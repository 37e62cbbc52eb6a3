/**
 * Leave this page: the button, or Escape twice within a second, empties the page at once and puts the leave address in
 * its place, so that Back does not lead here. Without this script the button is an ordinary link to the same address.
 * Print buttons are shown here too, because they can do nothing without a script.
 */
const QUICKLY = 1000; // milliseconds between two presses that count as "twice"

const way = document.querySelector("a[data-leave]");
let pressedAt = -QUICKLY;
let left = false;

function leave() {
  left = true;
  document.title = "\u00a0";
  document.body.replaceChildren();
  location.replace(way.href);
}

if (way) {
  way.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    if (event.timeStamp - pressedAt <= QUICKLY) leave();
    pressedAt = event.timeStamp;
  });
  // A browser that keeps pages alive may show an emptied page again: go on at once.
  addEventListener("pageshow", (event) => {
    if (event.persisted && left) leave();
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
