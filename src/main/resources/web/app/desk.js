import htmx from "htmx.org";

// What is sent without a form carries the token of the page, too.
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRF-TOKEN"] = document.body.dataset.csrf;
});

// A list that its search box shortens.
for (const box of document.querySelectorAll("[data-filters]")) {
  const list = document.getElementById(box.dataset.filters);
  box.addEventListener("input", () => {
    const wanted = box.value.trim().toLowerCase();
    for (const item of list.children) {
      item.hidden = !item.textContent.toLowerCase().includes(wanted);
    }
  });
}

// Who had to sign in anew has done so, and pages in other windows can go on.
if (document.body.dataset.csrf) {
  new BroadcastChannel("proviso").postMessage("signed-in");
}

export { htmx };
