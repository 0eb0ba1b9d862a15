import { setDiagnostics } from "@codemirror/lint";
import { isPutAway } from "./front.js";
import { send, settled } from "./sending.js";
import { followed } from "./preview.js";

/** The sections to which a document may add words, by the mistake that one of them lacks a word. */
const SECTIONS = {
  "unknown-data": "data",
  "unknown-purpose": "purposes",
  "unknown-source": "sources",
  "unknown-recipient": "recipients",
  "unknown-safeguard": "safeguards",
  "unknown-basis": "bases",
};

/** What is wrong with the text, underlined where it is and listed beside it, while someone types. */
export class Checking {
  constructor(place, details) {
    this.place = place;
    this.details = details;
    this.say = place.dataset;
    this.soon = settled(250, () => this.check());
  }

  begin(view) {
    this.view = view;
    this.check();
  }

  changed() {
    this.soon();
  }

  async check() {
    const doc = this.view.state.doc;
    try {
      const { body } = await send(`${this.say.place}/editor/check`, { text: doc.toString() });
      if (this.view.state.doc === doc) {
        this.show(body.mistakes, body.preview);
        this.details.read(body.details, body.mistakes);
      }
    } catch {
      // Saving says that the service is away, or someone signed out. The check is made again with the next change.
    }
  }

  show(mistakes, preview) {
    this.view.dispatch(setDiagnostics(this.view.state, mistakes.map((mistake) => this.underlined(mistake))));
    this.list(mistakes);
    const shown = this.place.querySelector("#preview-text");
    shown.innerHTML = preview;
    followed(this.view, shown);
  }

  underlined(mistake) {
    const { start, end, message, suggestion, severity } = mistake;
    const actions = suggestion
      ? [{ name: this.write(suggestion), apply: (view, from, to) => replace(view, from, to, suggestion) }]
      : [];
    return { from: start, to: end, severity: severity.toLowerCase(), message, actions };
  }

  /** What is said already is left as it stands, for someone may be about to press a button in it. */
  list(mistakes) {
    const said = JSON.stringify(mistakes);
    if (said === this.said) {
      return;
    }
    this.said = said;
    this.place.querySelector("#found").textContent = this.count(mistakes);
    const list = document.createElement("ul");
    list.className = "mistakes";
    list.append(...mistakes.map((mistake) => this.entry(mistake)));
    this.place.querySelector("#mistakes").replaceChildren(...(mistakes.length ? [list] : []));
  }

  count(mistakes) {
    const errors = mistakes.filter((mistake) => mistake.severity === "ERROR").length;
    const some = (count, one, many) => (count === 0 ? [] : [count === 1 ? one : many.replace("#", count)]);
    const said = [
      ...some(errors, this.say.sayError, this.say.sayErrors),
      ...some(mistakes.length - errors, this.say.sayWarning, this.say.sayWarnings),
    ];
    return said.length ? said.join(", ") : this.say.sayNone;
  }

  entry({ code, start, end, line, message, suggestion, severity }) {
    const entry = document.createElement("li");
    entry.className = severity;
    const where = button("jump", "", () => this.go(start, end));
    const number = document.createElement("span");
    number.className = "place";
    number.textContent = this.say.sayLine.replace("#", line);
    where.append(number, " ", message);
    entry.append(where);
    if (suggestion) {
      entry.append(button("quiet apply", this.write(suggestion), () => replace(this.view, start, end, suggestion)));
    }
    if (code in SECTIONS) {
      entry.append(this.adding(SECTIONS[code], this.view.state.sliceDoc(start, end)));
    }
    return entry;
  }

  /** A way to a word that the vocabulary lacks. */
  adding(section, word) {
    const link = document.createElement("a");
    link.className = "quiet";
    link.href = `${this.say.place}/words?${new URLSearchParams({ section, word })}`;
    link.textContent = this.say.sayAdd;
    link.dataset.saves = "";
    return link;
  }

  /** Also to what is put away. */
  go(start, end) {
    if (isPutAway(this.view.state, start)) {
      this.details.reveal();
    }
    select(this.view, start, end);
  }

  write(suggestion) {
    return this.say.sayWrite.replace("#", () => suggestion);
  }
}

function button(style, text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = style;
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

function select(view, from, to) {
  view.dispatch({ selection: { anchor: from, head: to }, effects: centred(view, from) });
  view.focus();
}

function replace(view, from, to, insert) {
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, filter: false });
  view.focus();
}

function centred(view, place) {
  return view.constructor.scrollIntoView(place, { y: "center" });
}
