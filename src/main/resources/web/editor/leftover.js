/** Text that was typed and not saved, kept in the browser and offered again. */
export class Leftover {
  constructor(place, saved, take) {
    this.place = place;
    this.saved = saved;
    this.take = take;
    this.key = `proviso-draft:${place.dataset.key}`;
    this.offered = null;
  }

  keep(text) {
    if (!this.offered) {
      this.put({ text, at: new Date().toISOString() });
    }
  }

  /** What is still offered is not forgotten because something else was saved. */
  forget() {
    if (!this.offered) {
      localStorage.removeItem(this.key);
    }
  }

  put(kept) {
    try {
      localStorage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // The browser has no room or lends none; the service is still asked to save.
    }
  }

  offer() {
    const kept = JSON.parse(localStorage.getItem(this.key) ?? "null");
    if (!kept || kept.text === this.saved()) {
      localStorage.removeItem(this.key);
      return;
    }
    this.offered = kept;
    const banner = this.place.querySelector("#left-over");
    const when = new Date(kept.at).toLocaleString(document.documentElement.lang);
    banner.querySelector("p").textContent = `${this.place.dataset.sayLeft} ${when}.`;
    banner.hidden = false;
    banner.querySelector("[data-act=restore]").addEventListener("click", () => this.settle(() => this.take(kept.text)));
    banner.querySelector("[data-act=discard]").addEventListener("click", () => this.settle(() => this.forget()));
  }

  settle(then) {
    this.offered = null;
    this.place.querySelector("#left-over").hidden = true;
    then();
  }
}
