// Everything works without this file. It only asks before a text that was not saved is left behind.

const field = document.querySelector("textarea.paper");
let isSending = false;

// Saving, and leaving for safety, never wait for a question.
document.addEventListener("submit", () => {
  isSending = true;
});

// On some pages the text stands there unsaved from the beginning.
function isUnsaved() {
  return field !== null && ("unsaved" in field.dataset || field.value !== field.defaultValue);
}

window.addEventListener("beforeunload", (event) => {
  if (!isSending && isUnsaved()) {
    event.preventDefault();
  }
});
