// Everything works without this file. On a wide screen it shows the pages beside the form, as they would be
// printed now, and renews them after a pause in typing. Nothing of it is stored.

const PAUSE = 800;
const form = document.querySelector("form[data-draft]");
const isWide = matchMedia("(min-width: 64rem)");

if (form !== null && isWide.matches) {
  showBeside(form);
}

function showBeside(form) {
  const aside = document.createElement("aside");
  aside.className = "draft";
  aside.setAttribute("aria-label", form.dataset.draftLabel);
  const pages = document.createElement("ol");
  pages.className = "pages";
  aside.append(pages);
  const pair = document.createElement("div");
  pair.className = "with-draft";
  form.before(pair);
  pair.append(form, aside);
  document.querySelector("main").classList.add("wide");

  let timer = 0;
  let number = 0;
  const renew = async () => {
    const mine = ++number;
    const pictures = await drawn(form);
    // An answer that was overtaken by a later one is not shown.
    if (pictures !== null && mine === number) {
      put(pages, pictures, form.dataset.draftPage);
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(renew, PAUSE);
  });
  renew();
}

// What cannot be drawn just now leaves the last picture standing: saving is what matters, and says why.
async function drawn(form) {
  try {
    const answer = await fetch(form.dataset.draft, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    return answer.ok ? (await answer.json()).pages : null;
  } catch {
    return null;
  }
}

function put(list, pictures, label) {
  list.replaceChildren(
    ...pictures.map((picture, index) => {
      const address = URL.createObjectURL(new Blob([picture], { type: "image/svg+xml" }));
      const image = new Image();
      image.alt = label.replace("0", index + 1);
      image.addEventListener("load", () => URL.revokeObjectURL(address));
      image.src = address;
      const item = document.createElement("li");
      item.append(image);
      return item;
    }),
  );
}
