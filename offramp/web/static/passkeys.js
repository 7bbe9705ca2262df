// A passkey instead of the number. Without this file, or in a browser that knows none, the number does.

const form = document.querySelector("form[data-passkey]");
const ways = {
  get: (options) =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  create: (options) =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
};

async function ask() {
  const { number, answer } = form.elements;
  try {
    answer.value = JSON.stringify(await ways[form.dataset.passkey](JSON.parse(form.dataset.options)));
  } catch {
    // Cancelled, or no key of this place at hand: the browser itself has said which.
    form.querySelector("[data-passkey-refused]").hidden = false;
    return;
  }
  if (number) {
    number.required = false;
  }
  form.requestSubmit();
}

function askInsteadOfNumber() {
  if (form.elements.code.reportValidity()) {
    ask();
  }
}

function askBeforeSending(event) {
  if (!form.elements.answer.value) {
    event.preventDefault();
    ask();
  }
}

if (form && window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  for (const part of document.querySelectorAll("[data-passkey-with], [data-passkey-without]")) {
    part.hidden = "passkeyWithout" in part.dataset;
  }
  if (form.dataset.passkey === "create") {
    form.addEventListener("submit", askBeforeSending);
  } else {
    form.querySelector("[data-passkey-with] button").addEventListener("click", askInsteadOfNumber);
  }
}
