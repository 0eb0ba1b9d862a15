// Forms that are saved as a whole: who leaves one with changes that are not sent is asked first.
const changed = new Set(document.querySelectorAll("form[data-guarded][data-changed]"));

for (const form of document.querySelectorAll("form[data-guarded]")) {
  form.addEventListener("input", () => changed.add(form));
  form.addEventListener("submit", () => changed.delete(form));
}

window.addEventListener("beforeunload", (event) => {
  if (changed.size) {
    event.preventDefault();
  }
});
