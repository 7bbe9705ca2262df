// Everything works without this file. It only makes leaving faster and staying safer.

const leave = document.querySelector("form[data-leave]");
const isPersonal = "personal" in document.body.dataset;

// Some browsers bring typed text back with the page; what is cleared cannot come back.
function clearTypedText() {
  for (const field of document.querySelectorAll("textarea, input:not([type=hidden], [type=checkbox], [type=radio])")) {
    field.value = "";
  }
}

if (leave) {
  leave.addEventListener("submit", clearTypedText);

  let presses = [];
  document.addEventListener("keydown", (event) => {
    if (event.repeat) {
      return;
    }
    if (event.key !== "Escape") {
      presses = [];
      return;
    }
    presses = [...presses, event.timeStamp].filter((moment) => event.timeStamp - moment <= 2000);
    if (presses.length === 3) {
      leave.requestSubmit();
    }
  });
}

// The back-forward cache keeps a page as it stood, even one marked no-store.
if (isPersonal) {
  window.addEventListener("pagehide", () => document.body.classList.add("gone"));
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      window.location.reload();
    }
  });
}
