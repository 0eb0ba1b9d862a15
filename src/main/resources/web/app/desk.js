import htmx from "htmx.org";

// What is sent without a form carries the token of the page, too.
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRF-TOKEN"] = document.body.dataset.csrf;
});

// A list that its search box shortens.
for (const box of document.querySelectorAll("[data-filters]")) {
  const list = document.getElementById(box.dataset.filters);
  const none = document.getElementById(`${box.dataset.filters}-none`);
  box.addEventListener("input", () => {
    const wanted = box.value.trim().toLowerCase().split(/\s+/);
    for (const item of list.querySelectorAll("li")) {
      const words = `${item.textContent} ${item.dataset.words ?? ""}`.toLowerCase();
      item.hidden = !wanted.every((word) => words.includes(word));
    }
    for (const part of list.querySelectorAll("section")) {
      part.hidden = !part.querySelector("li:not([hidden])");
    }
    none.hidden = list.querySelector("li:not([hidden])") !== null;
  });
}

// What a cell of the map is about, for those who point at it: said by its headers, and so not sent with each cell.
for (const map of document.querySelectorAll("table.map")) {
  map.addEventListener("pointerover", (event) => {
    const link = event.target.closest("td a");
    if (link && !link.title) {
      const cell = link.parentElement;
      const purpose = cell.parentElement.cells[0].textContent;
      const data = map.tHead.rows[0].cells[cell.cellIndex].textContent;
      link.title = `${purpose} · ${data}: ${link.getAttribute("aria-label")}`;
    }
  });
}

// What the address says can be passed on, where the browser lets a page copy, and printed.
for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    button.parentElement.querySelector("[role=status]").textContent = button.dataset.copies;
  });
}
for (const button of document.querySelectorAll("[data-prints]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// Who had to sign in anew has done so, and pages in other windows can go on.
if (document.body.dataset.csrf) {
  new BroadcastChannel("proviso").postMessage("signed-in");
}

export { htmx };
