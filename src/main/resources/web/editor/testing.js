import { send, settled } from "./sending.js";

const PAUSE = 1500;
const AGAIN = 4000;

/** Whether the text answers as its rule tests say, found out while someone pauses; one run at a time. */
export class Testing {
  constructor(place) {
    this.place = place;
    this.panel = place.querySelector("#rule-tests");
    this.soon = settled(PAUSE, () => this.run());
    this.again = settled(AGAIN, () => this.run());
    this.busy = false;
  }

  begin(view) {
    this.view = view;
    this.changed();
  }

  changed() {
    if (this.panel) {
      this.panel.classList.add("stale");
      this.soon();
    }
  }

  async run() {
    if (this.busy) {
      this.again();
      return;
    }
    this.busy = true;
    const doc = this.view.state.doc;
    try {
      const { status, body } = await send(`${this.place.dataset.place}/editor/tests`, { text: doc.toString() });
      if (status === 200) {
        this.show(body, this.view.state.doc === doc);
      }
      if (body.state === "LATER") {
        this.again();
      }
    } catch {
      // Saving says that the service is away. The tests run again after the next change.
    } finally {
      this.busy = false;
    }
  }

  /** What came of a text that has changed since is shown as such. */
  show({ state, summary, failures, more }, current) {
    this.panel.className = `tests ${state}${current ? "" : " stale"}`;
    const heading = this.panel.querySelector("#tests-say");
    if (heading.textContent !== summary) {
      heading.textContent = summary;
    }
    const list = element("ul", "failures");
    list.append(...failures.map(entry));
    const rest = more ? [element("p", "hint", more)] : [];
    this.panel.querySelector("div").replaceChildren(...(failures.length ? [list, ...rest] : []));
  }
}

function entry({ test, place, asked, sentences }) {
  const item = element("li", "");
  item.append(element("b", "", test), " ", element("span", "hint", place));
  if (asked) {
    item.append(element("p", "asked", asked));
  }
  item.append(...sentences.map((sentence) => element("p", "", sentence)));
  return item;
}

function element(name, style, text = "") {
  const made = document.createElement(name);
  made.className = style;
  made.textContent = text;
  return made;
}
