import { send } from "./sending.js";
import { front, frontEnd, showFront } from "./front.js";

const NAMES = ["title", "day", "time", "zone"];

/**
 * The fields above the text. What stands in them stands in the text, too: a field that is changed is written there by the
 * service, and a text that changes is read into the fields.
 */
export class Details {
  constructor(place) {
    this.place = place;
    this.box = place.querySelector("#details");
    this.toggle = place.querySelector("#front-toggle");
    this.pending = 0;
  }

  /** A document with fields puts away the lines in which they stand. */
  extensions() {
    return this.box ? [front()] : [];
  }

  begin(view) {
    if (!this.box) {
      return;
    }
    this.view = view;
    view.dispatch({ selection: { anchor: frontEnd(view.state.doc) } });
    this.toggle.parentElement.hidden = false;
    this.toggle.addEventListener("click", () => this.show(this.toggle.getAttribute("aria-pressed") !== "true"));
    for (const name of NAMES) {
      this.field(name).addEventListener("change", () => this.write());
    }
  }

  field(name) {
    return this.box.querySelector(`[name=${name}]`);
  }

  show(shown) {
    this.toggle.setAttribute("aria-pressed", shown);
    this.view.dispatch({ effects: showFront.of(shown) });
  }

  /** What someone wants to see is shown. */
  reveal() {
    this.show(true);
  }

  values() {
    return Object.fromEntries(NAMES.map((name) => [name, this.field(name).value]));
  }

  async write() {
    const values = this.values();
    const doc = this.view.state.doc;
    this.pending++;
    try {
      const { status, body } = await send(`${this.place.dataset.place}/editor/details`, { text: doc.toString(), ...values });
      this.refuse(status === 200 ? "" : body.sentence);
      if (status !== 200) {
        return;
      }
      if (this.view.state.doc !== doc) {
        await this.write();
      } else {
        this.view.dispatch({ changes: difference(doc.toString(), body.text), filter: false });
      }
    } catch {
      // Saving says that the service is away, or someone signed out; the field keeps what was typed.
      this.refuse(this.place.dataset.sayAway);
    } finally {
      this.pending--;
    }
  }

  refuse(sentence) {
    this.refused = sentence !== "";
    this.say(sentence);
  }

  say(sentence) {
    const said = this.place.querySelector("#details-refused");
    said.textContent = sentence;
    said.hidden = !sentence;
  }

  /** What a text says that was checked; what was typed in a field and is not in the text yet stays there. */
  read(details, mistakes) {
    if (!this.box || !details || this.refused || this.pending > 0) {
      return;
    }
    this.say(mistakes.find(({ code }) => code === "effective")?.message ?? "");
    for (const name of NAMES) {
      const field = this.field(name);
      if (field !== document.activeElement) {
        field.value = details[name];
      }
    }
  }
}

/** The one stretch in which two texts differ. */
function difference(before, after) {
  let from = 0;
  while (from < before.length && before[from] === after[from]) {
    from++;
  }
  let end = 0;
  while (end < before.length - from && end < after.length - from && before.at(-1 - end) === after.at(-1 - end)) {
    end++;
  }
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}
