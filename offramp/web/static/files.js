// A form with a file is sent from here, so that its way can be shown. Without this file the browser sends it.

const LARGEST = 10 * 1024 * 1024;

function begin(form, field) {
  const shown = field.querySelector(".sending");
  const bar = shown.querySelector("progress");

  function say(words) {
    shown.querySelector("p").textContent = words;
  }

  function stop(words) {
    bar.hidden = true;
    for (const button of form.querySelectorAll("button")) {
      button.disabled = false;
    }
    say(words);
  }

  form.addEventListener("submit", (event) => {
    const file = form.elements.file.files[0];
    if (!file || event.submitter?.hasAttribute("formaction")) {
      return;
    }
    event.preventDefault();
    shown.hidden = false;
    if (file.size > LARGEST) {
      stop(field.dataset.tooLarge);
      return;
    }
    bar.hidden = false;
    bar.value = 0;
    say(`${field.dataset.sending}: ${file.name}`);
    send(form, bar, {
      arrived: () => say(field.dataset.arrived),
      broken: () => stop(field.dataset.broken),
    });
    for (const button of form.querySelectorAll("button")) {
      button.disabled = true;
    }
  });
}

function send(form, bar, { arrived, broken }) {
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.responseType = "document";
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    bar.value = (100 * loaded) / total;
  });
  request.upload.addEventListener("load", () => {
    bar.removeAttribute("value");
    arrived();
  });
  request.addEventListener("load", () => {
    if (request.responseURL !== form.action) {
      window.location.assign(request.responseURL);
    } else if (show(request.response)) {
      // A link back to where the form stood must lead there, and not stay on this page.
      window.history.replaceState(null, "", request.responseURL);
    } else {
      broken();
    }
  });
  request.addEventListener("error", broken);
  request.send(new FormData(form));
}

// The answer is a whole page of ours; what it says takes the place of what this one said.
function show(page) {
  const answer = page?.querySelector("main");
  if (!answer) {
    return false;
  }
  document.title = page.title;
  document.querySelector("main").replaceWith(document.adoptNode(answer));
  window.scrollTo(0, 0);
  const first = answer.querySelector("[autofocus]") ?? answer.querySelector("h1");
  first.tabIndex = -1;
  first.focus();
  attach();
  return true;
}

function attach() {
  for (const field of document.querySelectorAll("[data-file]")) {
    begin(field.closest("form"), field);
  }
}

attach();
