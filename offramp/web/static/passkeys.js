// A passkey instead of the number. Without this file, or in a browser that knows none, the number does.

const form = document.querySelector("form[data-passkey]");
const ways = {
  get: (options) =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  create: (options) =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
};

async function ask() {
  const { code, name, number, answer } = form.elements;
  const typed = code ?? name;
  if (!typed.reportValidity()) {
    return;
  }
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

if (form && window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  for (const without of document.querySelectorAll("[data-passkey-without]")) {
    without.hidden = true;
  }
  for (const part of document.querySelectorAll("[data-passkey-with]")) {
    part.hidden = false;
    part.querySelector("button").addEventListener("click", ask);
  }
}
