// Everything works without this file. It only asks before a text that was not saved is left behind.

const paper = document.querySelector("textarea.paper");
const guarded = document.querySelector("form[data-guard]");
let isSending = false;

// Saving, and leaving for safety, never wait for a question.
document.addEventListener("submit", () => {
  isSending = true;
});

function isChanged(field) {
  return field.type === "radio" || field.type === "checkbox"
    ? field.checked !== field.defaultChecked
    : field.type !== "hidden" && "defaultValue" in field && field.value !== field.defaultValue;
}

// On some pages the text stands there unsaved from the beginning.
function isUnsaved() {
  if (guarded !== null) {
    return "unsaved" in guarded.dataset || [...guarded.elements].some(isChanged);
  }
  return paper !== null && ("unsaved" in paper.dataset || isChanged(paper));
}

window.addEventListener("beforeunload", (event) => {
  if (!isSending && isUnsaved()) {
    event.preventDefault();
  }
});
