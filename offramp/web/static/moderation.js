// Everything works without this file. It only lets an organizer go through the queue without a mouse.

const form = document.querySelector("form#queue");
const keys = document.querySelector("#keys");
const isOn = keys.querySelector("[data-keys]");
const replies = [...document.querySelectorAll("[data-reply]")];
const boxes = replies.map((reply) => reply.querySelector("input[name=reply]"));
const SWITCH = "moderation-keys";
let isSending = false;

function current() {
  return replies.findIndex((reply) => reply.contains(document.activeElement));
}

function go(index) {
  if (index in boxes) {
    boxes[index].focus({ preventScroll: true });
    replies[index].scrollIntoView({ block: "nearest" });
  }
}

function press(key) {
  replies[current()]?.querySelector(`[data-key="${key}"]`)?.click();
}

function tick(index, isTicked) {
  if (index in boxes) {
    boxes[index].checked = isTicked;
    count();
  }
}

function count() {
  form.querySelector("output").value = boxes.filter((box) => box.checked).length;
}

function toReasons() {
  tick(current(), true);
  form?.elements.reason.focus();
}

function showKeys() {
  keys.open = true;
  keys.querySelector("summary").focus();
}

const acts = {
  j: () => go(current() + 1),
  k: () => go(current() < 0 ? replies.length - 1 : current() - 1),
  a: () => press("a"),
  s: () => press("s"),
  r: toReasons,
  x: () => tick(current(), !boxes[current()]?.checked),
  u: () => document.querySelector('[data-key="u"]')?.click(),
  "?": showKeys,
};

// What is typed into a field, and what the browser does with a key, stays theirs.
function isMeantForSomethingElse({ target, ctrlKey, metaKey, altKey, isComposing }) {
  const field = target.closest("textarea, select, input:not([type=checkbox], [type=radio])");
  return field !== null || ctrlKey || metaKey || altKey || isComposing;
}

document.addEventListener("keydown", (event) => {
  const isHeld = event.repeat && !"jk".includes(event.key);
  if (event.key in acts && isOn.checked && !isSending && !isHeld && !isMeantForSomethingElse(event)) {
    event.preventDefault();
    acts[event.key]();
  }
});

// A second press, while the page is on its way, would decide about what stands there no more.
document.addEventListener("submit", () => {
  isSending = true;
});

keys.hidden = false;
isOn.checked = sessionStorage.getItem(SWITCH) !== "off";
isOn.addEventListener("change", () => sessionStorage.setItem(SWITCH, isOn.checked ? "on" : "off"));

if (form !== null) {
  // The page that answers goes on with the reply after the one that was decided.
  form.addEventListener("submit", ({ submitter }) => {
    const index = replies.findIndex((reply) => reply.contains(submitter));
    const next = replies[index + 1] ?? replies[index - 1];
    form.elements.next.value = (index >= 0 && next?.dataset.reply) || "";
  });
  form.addEventListener("change", count);
  form.querySelector("[data-count]").hidden = false;
  count();
  // Only then has the browser gone to that place itself, and taken the focus with it. A reply that
  // is on another page by now leaves the focus to the first of this one.
  window.addEventListener("load", () => {
    if (location.hash.startsWith("#reply-")) {
      go(Math.max(0, replies.findIndex((reply) => `#${reply.id}` === location.hash)));
    }
  });
}
